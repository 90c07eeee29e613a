import { eq } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { newId, newKey } from "#/db/ids";
import { comments } from "#/db/schema/comments";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";

beforeAll(bundleTextWorker);

async function mentioned(village: Village, postId: string, more: object = {}) {
  const id = newId();
  const row = {
    ...{
      id,
      key: newKey(),
      postId,
      rootId: id,
      source: "[...]",
      html: "<p>[...]</p>",
      excerpt: "[...]",
      renderedBy: 1,
    },
    ...{ kind: "pingback" as const, guestName: "A page elsewhere", guestSite: "https://elsewhere.example/page" },
    writtenAt: village.context(null).now(),
    ...more,
  };
  await village.db.insert(comments).values(row);
  return row;
}

describe("a page elsewhere that mentions a post", () => {
  test("is listed apart from the conversation, and counts as no comment", async ({ village }) => {
    const { key: postKey, id } = await village
      .as("Susan")
      .posts.write({ title: "Chairs", source: "Sit.", publish: true });
    const older = await mentioned(village, id);
    village.later(1000);
    const newer = await mentioned(village, id, { kind: "trackback", guestName: "Another" });
    const reader = village.asVisitor();
    expect(await reader.comments.thread({ postKey })).toMatchObject({
      items: [],
      count: { comments: 0 },
      branches: {},
    });
    const first = await reader.comments.mentions({ postKey, limit: 1 });
    expect(first.items).toMatchObject([{ key: newer.key, name: "Another", hidden: false }]);
    const second = await reader.comments.mentions({ postKey, limit: 1, cursor: first.next ?? "" });
    expect(second).toMatchObject({ items: [{ key: older.key, site: "https://elsewhere.example/page" }], next: null });
  });

  test("cannot be answered, but keeps what was answered to it where it came from", async ({ village }) => {
    const { key: postKey, id } = await village
      .as("Susan")
      .posts.write({ title: "Chairs", source: "Sit.", publish: true });
    const mention = await mentioned(village, id);
    await expect(
      village.as("Hank").comments.write({ postKey, parentKey: mention.key, source: "Gravel" }),
    ).rejects.toMatchObject({ message: "comment-cannot-be-answered" });
    await village.db.update(comments).set({ repliesGiven: 1 }).where(eq(comments.id, mention.id));
    const reply = { kind: "comment" as const, parentId: mention.id, rootId: mention.id, path: "0", depth: 1 };
    await mentioned(village, id, { ...reply, guestName: "Ida" });
    const { items } = await village.asVisitor().comments.thread({ postKey });
    expect(items.map(({ kind, can }) => [kind, can.reply])).toEqual([
      ["pingback", false],
      ["comment", false],
    ]);
    expect((await village.as("Hank").comments.thread({ postKey })).items.map(({ can }) => can.reply)).toEqual([
      false,
      true,
    ]);
    expect((await village.asVisitor().comments.mentions({ postKey })).items).toEqual([]);
  });

  test("is not there while it is held or hidden, but for moderators, nor under a post that may not be read", async ({
    village,
  }) => {
    const words = { title: "Chairs", source: "Sit.", publish: true };
    const { key: postKey, id } = await village.as("Susan").posts.write(words);
    await mentioned(village, id, { state: "held" });
    await mentioned(village, id, { hiddenAt: village.context(null).now(), hiddenRule: "No" });
    expect((await village.asVisitor().comments.mentions({ postKey })).items).toEqual([]);
    expect((await village.as("Susan").comments.mentions({ postKey })).items).toEqual([]);
    expect((await village.as("Candy").comments.mentions({ postKey })).items).toMatchObject([{ hidden: true }]);
    const mine = await village.as("Susan").posts.write({ ...words, audience: "me" });
    await mentioned(village, mine.id);
    expect((await village.as("Candy").comments.mentions({ postKey: mine.key })).items).toEqual([]);
  });
});
