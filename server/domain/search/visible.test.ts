import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { blocks, connections, mutes } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { settings } from "#/db/schema/site";
import { test, type Village } from "#/server/testing/village";
import { postFactsFor, postOf } from "../comments/find";
import { can as canComment } from "../comments/policy";
import { can as canPost } from "../posts/policy";
import type { Viewer } from "../policy";
import { blockedFrom } from "../posts/nearness";
import { asked } from "./input";
import { search } from "./queries";

const word = "shibboleth";

/** Everything search finds for somebody, page after page. */
async function findable(village: Village, viewer: Viewer, order: "best" | "newest"): Promise<string[]> {
  const ctx = { ...village.context(null), viewer };
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await search(ctx, asked.parse({ q: word, order, limit: 50, cursor }));
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  return ids.sort();
}

/** Everything that stands in the village, asked one by one of the rules. */
async function readable({ db }: Village, viewer: Viewer): Promise<string[]> {
  const everyPost = await db
    .select({ id: posts.id, ...postFactsFor(viewer) })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId));
  const everyComment = await db
    .select({ comment: comments, blocked: blockedFrom(viewer, comments.authorId), ...postFactsFor(viewer) })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId));
  return [
    ...everyPost.filter((row) => row.post.publishedAt && canPost(viewer, "read", postOf(row)).ok).map(({ id }) => id),
    ...everyComment
      .filter((row) => row.post.publishedAt)
      .filter((row) => canComment(viewer, "read", { ...row.comment, ...row, post: postOf(row) }).ok)
      .map(({ comment }) => comment.id),
  ].sort();
}

const anyone = fc.nat(21);
const change = fc.record({
  state: fc.constantFrom<"shown" | "held" | "spam" | "trash">("shown", "held", "spam", "trash"),
  hidden: fc.boolean(),
  deleted: fc.boolean(),
  by: anyone,
  blocks: anyone,
  knows: anyone,
  audience: fc.constantFrom<"everyone" | "members" | "connections" | "me">("everyone", "members", "connections", "me"),
  post: fc.constantFrom<"published" | "draft" | "hidden" | "deleted">(
    "published",
    "published",
    "draft",
    "hidden",
    "deleted",
  ),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

async function make(village: Village, changes: Change[], at: Date) {
  const { db, people } = village;
  await db.delete(blocks);
  const everyPost = await db.select({ id: posts.id }).from(posts).orderBy(posts.id);
  const everyComment = await db.select({ id: comments.id }).from(comments).orderBy(comments.id);
  for (const [index, it] of changes.entries()) {
    const [one, two, friend] = [people[it.by], people[it.blocks], people[it.knows]];
    const spoken = { state: it.state, hiddenAt: it.hidden ? at : null, deletedAt: it.deleted ? at : null };
    const id = everyComment[(index * 17) % everyComment.length]?.id ?? "";
    await db
      .update(comments)
      .set({ ...spoken, authorId: one?.id ?? null })
      .where(eq(comments.id, id));
    const standing = {
      publishedAt: it.post === "draft" ? null : at,
      hiddenAt: it.post === "hidden" ? at : null,
      deletedAt: it.post === "deleted" ? at : null,
    };
    await db
      .update(posts)
      .set({ audience: it.audience, ...standing })
      .where(eq(posts.id, everyPost[index]?.id ?? ""));
    if (!one) continue;
    if (two && one !== two && index < 4)
      await db.insert(blocks).values({ memberId: one.id, blockedId: two.id, madeAt: at }).onConflictDoNothing();
    if (friend && one !== friend)
      await db
        .insert(connections)
        .values([
          { memberId: one.id, otherId: friend.id, since: at, how: "other" },
          { memberId: friend.id, otherId: one.id, since: at, how: "other" },
        ])
        .onConflictDoNothing();
  }
}

test("finds exactly what its reader may read, whatever its state and audience, and whoever blocked whom", async ({
  village,
}) => {
  const { db } = village;
  await db.delete(mutes);
  await db.insert(settings).values([
    { key: "search.minute", value: 100_000, changedAt: new Date() },
    { key: "search.address-minute", value: 100_000, changedAt: new Date() },
  ]);
  for (const table of [posts, comments]) await db.update(table).set({ html: sql`html || ${`<p>${word}</p>`}` });
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 12, maxLength: 12 }),
      fc.array(fc.nat(22), { minLength: 3, maxLength: 3 }),
      async (changes, lookers) => {
        await make(village, changes, village.context(null).now());
        for (const looker of [...lookers, 22]) {
          const viewer = village.people[looker] ?? null;
          const may = await readable(village, viewer);
          seen += may.length;
          for (const order of ["best", "newest"] as const)
            expect(await findable(village, viewer, order), viewer?.name ?? "a visitor").toEqual(may);
        }
      },
    ),
    { numRuns: 8 },
  );
  expect(seen).toBeGreaterThan(500);
}, 60_000);
