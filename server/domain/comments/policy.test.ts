import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { blocks } from "#/db/schema/connections";
import { posts } from "#/db/schema/posts";
import { test, type Village } from "#/server/testing/village";
import type { Viewer } from "../policy";
import { blockedFrom } from "../posts/nearness";
import { postFactsFor, postOf } from "./find";
import { can, visibleTo } from "./policy";

async function listedAndReadable({ db }: Village, viewer: Viewer) {
  const everything = await db
    .select({ comment: comments, blocked: blockedFrom(viewer, comments.authorId), ...postFactsFor(viewer) })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .orderBy(comments.id);
  const listed = await db
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(visibleTo(viewer))
    .orderBy(comments.id);
  const readable = everything.filter((row) => can(viewer, "read", { ...row.comment, ...row, post: postOf(row) }).ok);
  return { everything, listed: listed.map(({ id }) => id), readable: readable.map(({ comment }) => comment.id) };
}

describe("a comment", () => {
  test("is listed for everybody in the village, and for a visitor, exactly if they may read it", async ({
    village,
  }) => {
    for (const viewer of [null, ...village.people]) {
      const { listed, readable, everything } = await listedAndReadable(village, viewer);
      expect(listed, viewer?.name ?? "a visitor").toEqual(readable);
      expect(everything.length).toBeGreaterThanOrEqual(150);
    }
  });

  test("is listed exactly if it may be read, whatever its state, its post's audience, and whoever blocked whom", async ({
    village,
  }) => {
    const change = fc.record({
      state: fc.constantFrom<"shown" | "held" | "spam" | "trash">("shown", "held", "spam", "trash"),
      hidden: fc.boolean(),
      deleted: fc.boolean(),
      by: fc.nat(21),
      blocks: fc.nat(21),
      audience: fc.constantFrom<"everyone" | "members" | "connections" | "me">(
        "everyone",
        "members",
        "connections",
        "me",
      ),
    });
    const everyPost = await village.db.select({ id: posts.id }).from(posts);
    const everyComment = await village.db.select({ id: comments.id }).from(comments);
    const at = village.context(null).now();

    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 12, maxLength: 12 }), fc.nat(22), async (changes, who) => {
        await village.db.delete(blocks);
        for (const [index, it] of changes.entries()) {
          const [one, two] = [village.people[it.by], village.people[it.blocks]];
          const row = { state: it.state, hiddenAt: it.hidden ? at : null, deletedAt: it.deleted ? at : null };
          const id = everyComment[(index * 17) % everyComment.length]?.id ?? "";
          await village.db
            .update(comments)
            .set({ ...row, authorId: one?.id ?? null })
            .where(eq(comments.id, id));
          await village.db
            .update(posts)
            .set({ audience: it.audience })
            .where(eq(posts.id, everyPost[index]?.id ?? ""));
          if (one && two && one !== two && index < 4) {
            await village.db
              .insert(blocks)
              .values({ memberId: one.id, blockedId: two.id, madeAt: at })
              .onConflictDoNothing();
          }
        }
        const { listed, readable } = await listedAndReadable(village, village.people[who] ?? null);
        expect(listed).toEqual(readable);
      }),
      { numRuns: 25 },
    );
  });
});
