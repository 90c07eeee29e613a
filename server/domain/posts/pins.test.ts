import { beforeAll, describe, expect } from "vitest";
import type { Name } from "#/db/seed/village";
import { createCaller } from "#/server/api/root";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage, test, type Village } from "#/server/testing/village";
import { tagsOf } from "../events";

beforeAll(bundleTextWorker);

/** Susan publishes a post by each of these names. @returns their keys, by name */
async function publish<const T extends string>(village: Village, ...titles: T[]) {
  const keys = {} as Record<T, string>;
  for (const title of titles) {
    village.later(1000);
    keys[title] = (await village.as("Susan").posts.write({ title, source: "Words.", publish: true })).key;
  }
  return keys;
}

const on = (village: Village, name: Name | null) => (name ? village.as(name) : village.asVisitor()).posts;
const titlesOf = (items: readonly { title: string }[]) => items.map(({ title }) => title);
const pinnedFor = async (village: Village, name: Name | null) => titlesOf((await on(village, name).front({})).pinned);
const onHerPage = async (village: Village, name: Name | null) =>
  titlesOf((await on(village, name).ofMember({ handle: "susan" })).pinned);

describe("a pinned post", () => {
  test("stands above the first page of its list, and nowhere else in it", async ({ village }) => {
    const { one } = await publish(village, "one", "two", "three", "four", "five");
    await village.as("Shawn").moderation.pin({ post: one });
    const seen: string[] = [];
    let cursor: string | undefined;
    for (const expected of [
      ["five", "four"],
      ["three", "two"],
    ]) {
      const page = await village.asVisitor().posts.front({ limit: 2, cursor });
      expect(titlesOf(page.items)).toEqual(expected);
      expect(titlesOf(page.pinned)).toEqual(cursor ? [] : ["one"]);
      seen.push(...titlesOf(page.items));
      cursor = page.next ?? undefined;
    }
    const rest = await village.asVisitor().posts.front({ limit: 100, cursor });
    expect([...seen, ...titlesOf(rest.items)]).not.toContain("one");
    // Its author's page and the page of its tag go on as they were.
    expect(titlesOf((await village.asVisitor().posts.ofMember({ handle: "susan" })).items)).toContain("one");
    await village.as("Shawn").moderation.unpin({ post: one });
    const { pinned, items } = await village.asVisitor().posts.front({ limit: 5 });
    expect([titlesOf(pinned), titlesOf(items)]).toEqual([[], ["five", "four", "three", "two", "one"]]);
  });

  test("stands behind those that were pinned before it, wherever a place was free", async ({ village }) => {
    const { one, two, three } = await publish(village, "one", "two", "three");
    const { pin, unpin } = village.as("Shawn").moderation;
    for (const post of [two, one]) {
      village.later(1000);
      await pin({ post });
    }
    await pin({ post: two });
    await unpin({ post: two });
    village.later(1000);
    await pin({ post: three });
    expect(await pinnedFor(village, null)).toEqual(["one", "three"]);
  });

  test("is one of three, on the front page and on its author's; the fourth is refused", async ({ village }) => {
    const { one, two, three, four } = await publish(village, "one", "two", "three", "four");
    const [front, own] = [village.as("Shawn").moderation, village.as("Susan").posts];
    for (const key of [one, two, three]) {
      village.later(1000);
      await front.pin({ post: key });
      await own.pin({ key });
    }
    const refused = { message: "too-many-pinned-posts", cause: { particulars: { most: 3 } } };
    await expect(front.pin({ post: four })).rejects.toMatchObject(refused);
    await expect(own.pin({ key: four })).rejects.toMatchObject(refused);
    await own.unpin({ key: one });
    await own.pin({ key: four });
    expect(await onHerPage(village, null)).toEqual(["two", "three", "four"]);
    expect(await pinnedFor(village, null)).toEqual(["one", "two", "three"]);
    await village.as("Candy").settings.set({ key: "pins.front", value: "1" });
    expect(await pinnedFor(village, null)).toEqual(["one"]);
    await village.as("Candy").settings.set({ key: "pins.front", value: "0" });
    expect(await pinnedFor(village, null)).toEqual([]);
    await expect(front.pin({ post: four })).rejects.toMatchObject({ message: "pins-are-off" });
    expect((await village.as("Shawn").posts.byKey({ key: four })).pins).toEqual([]);
  });

  test("is pinned to the front page by those who tend it, which the log tells, and to a page by whose it is", async ({
    village,
  }) => {
    const { one } = await publish(village, "one");
    await expect(village.as("Susan").moderation.pin({ post: one })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(village.as("Shawn").posts.pin({ key: one })).rejects.toMatchObject({ message: "not-your-post" });
    await expect(village.asVisitor().posts.pin({ key: one })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    const pinsFor = async (name: Name | null) => (await on(village, name).byKey({ key: one })).pins;
    expect(await pinsFor("Shawn")).toEqual([{ place: "front", isPinned: false }]);
    expect(await pinsFor("Susan")).toEqual([{ place: "author", isPinned: false }]);
    expect([await pinsFor("Justin"), await pinsFor(null)]).toEqual([[], []]);
    await village.as("Susan").posts.pin({ key: one });
    for (const act of ["pin", "pin", "unpin", "unpin"] as const) {
      village.later(1000);
      await village.as("Shawn").moderation[act]({ post: one });
    }
    expect(await pinsFor("Susan")).toEqual([{ place: "author", isPinned: true }]);
    const { items } = await village.as("Candy").moderation.log({ limit: 5 });
    expect(items.filter(({ thing }) => thing?.key === one).map(({ act, by }) => [act, by?.name])).toEqual([
      ["unpin", "Shawn"],
      ["pin", "Shawn"],
    ]);
  });

  test("is one that many can read, published, and no page that stands apart", async ({ village }) => {
    const own = village.as("Shawn").posts;
    const { key: few } = await own.write({ title: "Few", source: "W.", audience: "connections", publish: true });
    const { key: draft } = await own.write({ title: "Draft", source: "W." });
    const { one } = await publish(village, "one");
    await village.as("Shawn").moderation.hide({ thing: { post: one }, rule: "kind", reason: "x" });
    const front = village.as("Shawn").moderation;
    await expect(front.pin({ post: few })).rejects.toMatchObject({ message: "pin-for-few" });
    await expect(front.pin({ post: draft })).rejects.toMatchObject({ message: "not-published" });
    await expect(front.pin({ post: one })).rejects.toMatchObject({ message: "pin-hidden" });
    await expect(village.as("Susan").posts.pin({ key: one })).rejects.toMatchObject({ message: "pin-hidden" });
    await own.pin({ key: few });
    await expect(own.pin({ key: draft })).rejects.toMatchObject({ message: "not-published" });
  });

  test("leaves no trace for whom it is not, and stands again when it can be read again", async ({ village }) => {
    const { one, two } = await publish(village, "one", "two");
    for (const key of [one, two]) {
      village.later(1000);
      await village.as("Shawn").moderation.pin({ post: key });
      await village.as("Susan").posts.pin({ key });
    }
    const susan = village.as("Susan").posts;
    const listsFor = async (name: Name | null) => [await pinnedFor(village, name), await onHerPage(village, name)];
    const both = ["one", "two"];
    const narrow = (audience: "members" | "connections" | "everyone") =>
      susan.edit({ key: one, title: "one", source: "Words.", audience });
    await narrow("members");
    expect(await listsFor(null)).toEqual([["two"], ["two"]]);
    expect(await listsFor("Hank")).toEqual([both, both]);
    await narrow("connections");
    expect(await listsFor("Hank")).toEqual([["two"], ["two"]]);
    expect(await listsFor("Susan")).toEqual([["two"], both]);
    await narrow("everyone");
    const thing = { post: one };
    await village.as("Shawn").moderation.hide({ thing, rule: "kind", reason: "x" });
    for (const name of [null, "Hank", "Susan", "Shawn"] as const)
      expect(await listsFor(name)).toEqual([["two"], ["two"]]);
    await village.as("Shawn").moderation.unhide({ thing });
    await susan.delete({ key: one });
    expect(await listsFor("Susan")).toEqual([["two"], ["two"]]);
    await susan.undoDelete({ key: one });
    await village.as("Hank").connections.block({ person: { handle: "susan" } });
    expect(await listsFor("Hank")).toEqual([[], []]);
    expect(await listsFor(null)).toEqual([both, both]);
  });

  test("gives its place up to another when nobody finds it there", async ({ village }) => {
    const { one, two, three, four } = await publish(village, "one", "two", "three", "four");
    const { pin } = village.as("Shawn").moderation;
    for (const post of [one, two, three]) {
      village.later(1000);
      await pin({ post });
    }
    await village.as("Susan").posts.delete({ key: two });
    village.later(1000);
    await pin({ post: four });
    await village.as("Susan").posts.undoDelete({ key: two });
    expect(await pinnedFor(village, null)).toEqual(["one", "three", "four"]);
  });

  test("out of a moderator's sight is not counted for them, and no page shows more than three", async ({ village }) => {
    const { one, two, three } = await publish(village, "one", "two", "three");
    const shawn = village.as("Shawn");
    for (const post of [one, two, three]) {
      village.later(1000);
      await shawn.moderation.pin({ post });
    }
    await village.as("Candy").connections.block({ person: { handle: "susan" } });
    const { key: four } = await shawn.posts.write({ title: "four", source: "W.", publish: true });
    village.later(1000);
    await village.as("Candy").moderation.pin({ post: four });
    expect(await pinnedFor(village, "Candy")).toEqual(["four"]);
    expect(await pinnedFor(village, null)).toEqual(["one", "two", "three"]);
    expect(titlesOf((await village.asVisitor().posts.front({})).items)).toContain("four");
  });

  test("drops the pages that were kept of the lists and of itself", async ({ village }) => {
    const { one } = await publish(village, "one");
    const { id } = await village.asVisitor().posts.byKey({ key: one });
    for (const [name, work] of [
      ["Shawn", (api: ReturnType<typeof createCaller>) => api.moderation.pin({ post: one })],
      ["Susan", (api: ReturnType<typeof createCaller>) => api.posts.pin({ key: one })],
    ] as const) {
      const ctx = village.context(name);
      await work(createCaller(ctx));
      expect(ctx.told.flatMap(tagsOf)).toEqual(["front", `post:${id}`]);
      await work(createCaller(ctx));
      expect(ctx.told).toHaveLength(1);
    }
  });
});

test("two who pin at once get a place each, and never one too many", async () => {
  const village = await ownVillage();
  try {
    const keys = Object.values(await publish(village, "one", "two", "three", "four", "five"));
    const names = ["Shawn", "Candy", "Shawn", "Candy", "Shawn"] as const;
    const done = await Promise.allSettled(
      keys.map((post, at) => village.as(names[at] ?? "Shawn").moderation.pin({ post })),
    );
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await pinnedFor(village, null)).toHaveLength(3);
    const refused = done.flatMap((it) => (it.status === "rejected" ? [String(it.reason)] : []));
    expect(refused.every((it) => it.includes("too-many-pinned-posts"))).toBe(true);
  } finally {
    await village.close();
  }
});
