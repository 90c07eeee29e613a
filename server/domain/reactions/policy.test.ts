import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { blocks } from "#/db/schema/connections";
import { posts } from "#/db/schema/posts";
import { test, type Village } from "#/server/testing/village";
import type { Viewer } from "../policy";
import { can, countedOnComments, countedOnPosts, type ReactedTo } from "./policy";
import { commentsWhere, postsWhere } from "./things";

const minute = 60_000;
const authorFirst = 60 * minute;
const now = new Date("2026-05-04T12:00:00Z");
const thing: ReactedTo = {
  kind: "comment",
  authorId: "somebody",
  readable: true,
  keptBack: false,
  since: new Date(now.getTime() - 2 * authorFirst),
  now,
  authorFirst,
  on: true,
};
const young = { since: new Date(now.getTime() - authorFirst + minute) };

describe("whether a member may react, see how many did, and who", () => {
  test.for([
    ["to what they read", {}, [true, true, false, true]],
    ["to a post", { kind: "post" }, [true, true, false, true]],
    ["to what is younger than an hour", young, [true, false, false, true]],
    ["to what is an hour old", { since: new Date(now.getTime() - authorFirst) }, [true, true, false, true]],
    ["to what somebody wrote elsewhere", { authorId: null }, [true, true, false, true]],
    ["to their own", { authorId: "me" }, [false, true, true, true]],
    ["to their own that is young", { authorId: "me", ...young }, [false, true, true, true]],
    ["to their own draft", { authorId: "me", since: null }, [false, false, false, true]],
    ["to what they may not read", { readable: false }, [false, false, false, false]],
    ["to what was hidden, though they read it", { keptBack: true }, [false, false, false, true]],
    ["to their own that was hidden", { authorId: "me", keptBack: true }, [false, false, false, true]],
    ["where there are none", { on: false }, [false, false, false, true]],
  ] as const)("%s", ([, more, [react, count, who, takeBack]], { village }) => {
    const me = { ...village.person("Justin"), id: "me" };
    const it = { ...thing, ...more } as ReactedTo;
    const answers = (["react", "count", "who", "takeBack"] as const).map((act) => can(me, act, it).ok);
    expect(answers).toEqual([react, count, who, takeBack]);
    expect(can({ ...me, suspendedAt: now }, "react", it).ok).toBe(false);
    expect(can(null, "react", it).ok).toBe(false);
    expect(can(null, "who", it).ok).toBe(false);
  });
});

async function countedAndCountable(village: Village, viewer: Viewer) {
  const ctx = { ...village.context(null), viewer };
  const terms = { on: true, now: ctx.now(), authorFirst };
  const everything = [...(await commentsWhere(ctx, terms, sql`true`)), ...(await postsWhere(ctx, terms, sql`true`))];
  const counted = [
    ...(await village.db
      .select({ key: comments.key })
      .from(comments)
      .innerJoin(posts, eq(posts.id, comments.postId))
      .where(countedOnComments(viewer, terms))),
    ...(await village.db
      .select({ key: posts.key })
      .from(posts)
      .where(and(countedOnPosts(viewer, terms)))),
  ];
  const countable = everything.filter((it) => can(viewer, "count", it).ok);
  const leaked = everything.filter((it) => !can(viewer, "count", it).ok && Object.keys(it.counts).length > 0);
  return { counted: counted.map(({ key }) => key).sort(), countable: countable.map(({ key }) => key).sort(), leaked };
}

describe("the reactions to a thing", () => {
  test("are counted for everybody in the village, and for a visitor, exactly if they may be", async ({ village }) => {
    for (const viewer of [null, ...village.people]) {
      const { counted, countable, leaked } = await countedAndCountable(village, viewer);
      expect(counted, viewer?.name ?? "a visitor").toEqual(countable);
      expect(counted.length).toBeGreaterThan(150);
      expect(leaked).toEqual([]);
    }
  });

  test("are counted exactly if they may be, whatever its state, its age, its audience, and whoever blocked whom", async ({
    village,
  }) => {
    const audience = fc.constantFrom<"everyone" | "members" | "connections" | "me">(
      "everyone",
      "members",
      "connections",
      "me",
    );
    const state = fc.constantFrom<"shown" | "held" | "spam" | "trash">("shown", "shown", "held", "spam", "trash");
    const [hidden, deleted, youngPost, draft] = [fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()];
    const change = fc.record({
      audience,
      state,
      hidden,
      deleted,
      youngPost,
      draft,
      age: fc.nat(120),
      by: fc.nat(21),
      other: fc.nat(21),
    });
    const everyPost = await village.db.select({ id: posts.id }).from(posts);
    const everyComment = await village.db.select({ id: comments.id }).from(comments);
    const at = village.context(null).now();
    const ago = (minutes: number) => new Date(at.getTime() - minutes * minute);

    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 12, maxLength: 12 }), fc.nat(22), async (changes, who) => {
        await village.db.delete(blocks);
        for (const [index, it] of changes.entries()) {
          const [one, two] = [village.people[it.by], village.people[it.other]];
          const gone = { hiddenAt: it.hidden ? at : null, deletedAt: it.deleted ? at : null };
          await village.db
            .update(comments)
            .set({ ...gone, state: it.state, authorId: one?.id ?? null, writtenAt: ago(it.age) })
            .where(eq(comments.id, everyComment[(index * 17) % everyComment.length]?.id ?? ""));
          await village.db
            .update(posts)
            .set({
              audience: it.audience,
              publishedAt: it.draft ? null : ago(it.youngPost ? it.age : 600),
              ...(index > 8 ? gone : {}),
            })
            .where(eq(posts.id, everyPost[index]?.id ?? ""));
          if (one && two && one !== two && index < 4)
            await village.db
              .insert(blocks)
              .values({ memberId: one.id, blockedId: two.id, madeAt: at })
              .onConflictDoNothing();
        }
        const { counted, countable, leaked } = await countedAndCountable(village, village.people[who] ?? null);
        expect(counted).toEqual(countable);
        expect(leaked).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
