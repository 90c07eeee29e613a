import { beforeAll, describe, expect } from "vitest";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test } from "#/server/testing/village";
import { wordsOfPost, wordsOfSite } from "./words";

beforeAll(bundleTextWorker);

describe("the card of a post", () => {
  test("says its title, its author and the site", async ({ village }) => {
    const { key } = await village.as("Susan").posts.write({ title: "Chairs", source: "Sit.", tags: [], publish: true });
    const guest = village.asVisitor();
    const own = await wordsOfSite(guest);
    expect(await wordsOfPost(guest, key)).toEqual({ ...own, title: "Chairs", author: village.person("Susan").name });
  });

  test("is there for what a guest may read, and for nothing else", async ({ village }) => {
    const susan = village.as("Susan");
    const shawn = village.as("Shawn");
    const guest = village.asVisitor();
    const post = { title: "Chairs", source: "Sit.", tags: [] };
    const has = async (key: string) => (await wordsOfPost(guest, key)) !== null;
    const draft = await susan.posts.write(post);
    expect(await has(draft.key)).toBe(false);
    await susan.posts.plan({ key: draft.key, at: "2028-01-01T09:00", zone: "Europe/Berlin" });
    expect(await has(draft.key)).toBe(false);
    for (const audience of ["members", "connections", "me"] as const)
      expect(await has((await susan.posts.write({ ...post, audience, publish: true })).key), audience).toBe(false);
    const { key } = await susan.posts.write({ ...post, publish: true });
    expect(await has(key)).toBe(true);
    await shawn.moderation.hide({ thing: { post: key }, rule: "kind", reason: "x" });
    expect(await has(key)).toBe(false);
    await shawn.moderation.unhide({ thing: { post: key } });
    expect(await has(key)).toBe(true);
    await susan.posts.delete({ key });
    expect(await has(key)).toBe(false);
    for (const other of ["zzzzzzzzzz", "..", ""]) expect(await has(other)).toBe(false);
  });
});
