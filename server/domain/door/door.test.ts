import { beforeAll, describe, expect } from "vitest";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";

beforeAll(bundleTextWorker);

/** Susan's new post, and who stands at her door because of it. */
async function susansPost(village: Village) {
  const { key: postKey } = await village
    .as("Susan")
    .posts.write({ title: "Chairs", source: "Sit.", tags: [], publish: true });
  const say = async (who: "Justin" | "Hank", source: string) => {
    village.later(1000);
    return (await village.as(who).comments.write({ postKey, source })).key;
  };
  const atDoor = async () => {
    const { people } = await village.as("Susan").door.cameToYou();
    return people
      .filter(({ words }) => words.title === "Chairs")
      .map(({ who, words }) => `${who.name}: ${words.excerpt}`);
  };
  return { postKey, say, atDoor };
}

describe("the door", () => {
  test("shows each person once, by the last of their words, and nobody to anybody else", async ({ village }) => {
    const { say, atDoor } = await susansPost(village);
    await say("Justin", "One");
    await say("Hank", "Two");
    await say("Justin", "Three");
    expect(await atDoor()).toEqual(["Justin: Three", "Hank: Two"]);
    expect(JSON.stringify(await village.as("Shawn").door.cameToYou())).not.toContain("Three");
    await expect(village.asVisitor().door.cameToYou()).rejects.toThrow("sign-in-first");
  });

  test("is left by who was answered, thanked, visited back, or is fine as it is", async ({ village }) => {
    const { postKey, say, atDoor } = await susansPost(village);
    const first = await say("Justin", "One");
    village.later(1000);
    await village.as("Susan").comments.write({ postKey, parentKey: first, source: "Yes" });
    expect(await atDoor()).toEqual([]);

    const second = await say("Justin", "Two");
    await village.as("Susan").reactions.react({ thing: { comment: second }, kind: "thanks" });
    expect(await atDoor()).toEqual([]);

    await say("Justin", "Three");
    const his = await village.as("Justin").posts.write({ title: "Steps", source: "Up.", tags: [], publish: true });
    village.later(1000);
    await village.as("Susan").comments.write({ postKey: his.key, source: "Up I went" });
    expect(await atDoor()).toEqual([]);

    const fourth = await say("Justin", "Four");
    await village.as("Susan").door.settle({ key: fourth });
    expect(await atDoor()).toEqual([]);
    await expect(village.as("Susan").door.settle({ key: fourth })).rejects.toThrow("nobody-waits");
    await village.as("Susan").door.unsettle({ key: fourth });
    expect(await atDoor()).toEqual(["Justin: Four"]);
    await expect(village.as("Justin").door.settle({ key: fourth })).rejects.toThrow("nobody-waits");
  });

  test("is passed by those whom its owner muted or blocked, by words that are gone, and after 90 days", async ({
    village,
  }) => {
    const { say, atDoor } = await susansPost(village);
    const words = await say("Justin", "One");
    await say("Hank", "Two");
    await village.as("Susan").connections.mute({ person: { handle: "hank" } });
    expect(await atDoor()).toEqual(["Justin: One"]);
    await village.as("Justin").comments.delete({ key: words });
    expect(await atDoor()).toEqual([]);
    await say("Justin", "Three");
    await village.as("Justin").connections.block({ person: { handle: "susan" } });
    expect(await atDoor()).toEqual([]);
    await village.as("Susan").connections.unmute({ person: { handle: "hank" } });
    expect(await atDoor()).toEqual(["Hank: Two"]);
    village.later(91 * 86_400_000);
    expect(await atDoor()).toEqual([]);
  });
});
