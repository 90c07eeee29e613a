import { and, desc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { test } from "#/server/testing/village";
import { visibleTo } from "./policy";

describe("what a member has said", () => {
  test("is read page by page by everybody in the village, and by a visitor, as far as they may read it", async ({
    village,
  }) => {
    const justin = village.person("Justin");
    for (const viewer of [null, ...village.people]) {
      const reader = viewer ? village.as(viewer.name as "Candy") : village.asVisitor();
      const readable = await village.db
        .select({ key: comments.key })
        .from(comments)
        .innerJoin(posts, eq(posts.id, comments.postId))
        .where(and(eq(comments.authorId, justin.id), visibleTo(viewer)))
        .orderBy(desc(comments.writtenAt), desc(comments.id));
      const read: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await reader.comments.ofMember({ handle: justin.handle, limit: 5, cursor });
        read.push(...page.items.map(({ key }) => key));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(read, viewer?.name ?? "a visitor").toEqual(readable.map(({ key }) => key));
      if (viewer === null) expect(read.length).toBeGreaterThan(5);
    }
  });

  test("is nothing where one has blocked the other, and all of it where one is only muted", async ({ village }) => {
    for (const [reader, of] of [
      ["Marguerite", "Bert"],
      ["Bert", "Marguerite"],
    ] as const)
      expect((await village.as(reader).comments.ofMember({ handle: village.person(of).handle })).items).toEqual([]);
    await village.as("Susan").connections.mute({ person: { handle: "justin" } });
    expect((await village.as("Susan").comments.ofMember({ handle: "Justin" })).items).not.toEqual([]);
    expect((await village.asVisitor().comments.ofMember({ handle: "nobody" })).items).toEqual([]);
  });

  test("leaves out what was hidden or deleted", async ({ village }) => {
    const ask = async () => (await village.asVisitor().comments.ofMember({ handle: "justin", limit: 2 })).items;
    const [first, second] = await ask();
    const at = village.context(null).now();
    await village.db
      .update(comments)
      .set({ hiddenAt: at })
      .where(eq(comments.key, first?.key ?? ""));
    await village.db
      .update(comments)
      .set({ deletedAt: at })
      .where(eq(comments.key, second?.key ?? ""));
    const left = (await ask()).map(({ key }) => key);
    expect(left).not.toContain(first?.key);
    expect(left).not.toContain(second?.key);
  });
});
