import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { blocks } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { test, type Village } from "#/server/testing/village";
import type { Viewer } from "../policy";
import { can, visibleTo } from "./policy";
import { fieldsFor } from "./shape";

async function listedAndReadable({ db }: Village, viewer: Viewer) {
  const everything = await db
    .select(fieldsFor(viewer))
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .orderBy(posts.id);
  const listed = await db.select({ id: posts.id }).from(posts).where(visibleTo(viewer)).orderBy(posts.id);
  const readable = everything.filter(({ post, ...facts }) => can(viewer, "read", { ...post, ...facts }).ok);
  return { everything, listed: listed.map(({ id }) => id), readable: readable.map(({ post }) => post.id) };
}

describe("a post", () => {
  test("is listed for everybody in the village, and for a visitor, exactly if they may read it", async ({
    village,
  }) => {
    for (const viewer of [null, ...village.people]) {
      const { listed, readable, everything } = await listedAndReadable(village, viewer);
      expect(listed, viewer?.name ?? "a visitor").toEqual(readable);
      expect(everything.length).toBeGreaterThanOrEqual(15);
    }
  });

  test("is listed exactly if it may be read, whatever its audience, whoever blocked whom, whatever is hidden", async ({
    village,
  }) => {
    const audience = fc.constantFrom("everyone", "members", "connections", "me" as const);
    const state = fc.constantFrom("published", "published", "draft", "hidden", "deleted" as const);
    const change = fc.record({ audience, state, by: fc.nat(21), blocks: fc.nat(21) });
    const everybody = await village.db.select({ id: posts.id }).from(posts);

    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 15, maxLength: 15 }), fc.nat(22), async (changes, who) => {
        await village.db.delete(blocks);
        for (const [index, { audience, state, by, blocks: other }] of changes.entries()) {
          const [one, two] = [village.people[by], village.people[other]];
          const row = {
            audience: audience as "everyone",
            publishedAt: state === "draft" ? null : village.context(null).now(),
            hiddenAt: state === "hidden" ? village.context(null).now() : null,
            deletedAt: state === "deleted" ? village.context(null).now() : null,
          };
          await village.db
            .update(posts)
            .set(row)
            .where(eq(posts.id, everybody[index]?.id ?? ""));
          if (one && two && one !== two && index < 4) {
            const block = { memberId: one.id, blockedId: two.id, madeAt: village.context(null).now() };
            await village.db.insert(blocks).values(block).onConflictDoNothing();
          }
        }
        const { listed, readable } = await listedAndReadable(village, village.people[who] ?? null);
        expect(listed).toEqual(readable);
      }),
      { numRuns: 25 },
    );
  });
});
