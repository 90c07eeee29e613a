import { beforeAll, describe, expect } from "vitest";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";

beforeAll(bundleTextWorker);

async function thread(village: Village, many: number) {
  const { key: postKey } = await village.as("Susan").posts.write({ title: "Chairs", source: "Sit.", publish: true });
  const keys: string[] = [];
  for (let nth = 0; nth < many; nth++) {
    village.later(20_000);
    keys.push((await village.as("Justin").comments.write({ postKey, source: `Chair number ${nth}` })).key);
  }
  return { postKey, keys };
}

const pinnedFor = async (reader: ReturnType<Village["asVisitor"]>, postKey: string) =>
  (await reader.comments.pinned({ postKey })).map(({ key, by }) => [key, by]);

describe("a pinned comment", () => {
  test("is chosen by whoever wrote the post or by a moderator, says by whom, and can be taken down", async ({
    village,
  }) => {
    const { postKey, keys } = await thread(village, 2);
    const [one = "", two = ""] = keys;
    await village.as("Susan").comments.pin({ key: two });
    village.later(1000);
    await village.as("Shawn").comments.pin({ key: one });
    await village.as("Susan").comments.pin({ key: one });
    expect(await pinnedFor(village.asVisitor(), postKey)).toEqual([
      [two, "author"],
      [one, "moderator"],
    ]);
    const { items } = await village.asVisitor().comments.thread({ postKey });
    expect(items.map(({ key, pinnedBy }) => [key, pinnedBy])).toEqual([
      [one, "moderator"],
      [two, "author"],
    ]);
    for (const name of ["Justin", "Hank"] as const) {
      const caller = village.as(name).comments;
      await expect(caller.pin({ key: one })).rejects.toMatchObject({ message: "not-your-thread" });
      await expect(caller.unpin({ key: one })).rejects.toMatchObject({ message: "not-your-thread" });
    }
    await village.as("Susan").comments.unpin({ key: one });
    expect(await pinnedFor(village.asVisitor(), postKey)).toEqual([[two, "author"]]);
  });

  test("is one of three at most; one that was hidden or deleted takes nobody's place", async ({ village }) => {
    const { postKey, keys } = await thread(village, 5);
    const susan = village.as("Susan").comments;
    for (const key of keys.slice(0, 3)) await susan.pin({ key });
    const fourth = { key: keys[3] ?? "" };
    await expect(susan.pin(fourth)).rejects.toMatchObject({
      message: "too-many-pins",
      cause: { particulars: { most: 3 } },
    });
    await village.as("Justin").comments.delete({ key: keys[0] ?? "" });
    await susan.pin(fourth);
    expect((await pinnedFor(village.asVisitor(), postKey)).map(([key]) => key)).toEqual(keys.slice(1, 4));
  });

  test("shows nobody what they may not read", async ({ village }) => {
    const { postKey, keys } = await thread(village, 1);
    const [key = ""] = keys;
    await village.as("Susan").comments.pin({ key });
    await village.as("Shawn").moderation.hide({ thing: { comment: key }, rule: "kind", reason: "x" });
    expect(await pinnedFor(village.asVisitor(), postKey)).toEqual([]);
    expect(await pinnedFor(village.as("Susan"), postKey)).toEqual([]);
    expect(await pinnedFor(village.as("Justin"), postKey)).toEqual([[key, "author"]]);
    await village.as("Shawn").moderation.unhide({ thing: { comment: key } });
    await village.as("Susan").posts.edit({ key: postKey, title: "Chairs", source: "Sit.", audience: "me" });
    expect(await pinnedFor(village.asVisitor(), postKey)).toEqual([]);
    await expect(village.as("Shawn").comments.pin({ key })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
