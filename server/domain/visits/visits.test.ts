import { beforeAll, describe, expect } from "vitest";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import type { Name } from "#/db/seed/village";
import { setSetting } from "../settings/commands";

beforeAll(bundleTextWorker);

const minute = 60_000;

async function posted(village: Village, more: object = {}) {
  await setSetting(village.context("Candy"), { key: "comments.minute", value: 10_000 });
  await setSetting(village.context("Candy"), { key: "comments.hour", value: 10_000 });
  const post = await village.as("Susan").posts.write({ title: "Busy", source: "Talk.", publish: true, ...more });
  return { postKey: post.key, postId: post.id };
}

let nth = 0;
async function says(village: Village, who: Name, postKey: string, parentKey?: string) {
  village.later(1000);
  const said = { postKey, source: `Words ${nth++}`, ...(parentKey ? { parentKey } : {}) };
  return (await village.as(who).comments.write(said)).key;
}

const reads = (village: Village, who: Name, postKey: string, until = village.context(null).now().getTime()) =>
  village.as(who).visits.note({ postKey, until });

const freshTo = async (village: Village, who: Name, postKey: string) => {
  const { items, fresh } = await village.as(who).comments.thread({ postKey });
  const keys = items.filter((it) => it.fresh).map(({ key }) => key);
  expect(fresh ?? 0).toBe(keys.length);
  expect(await village.as(who).comments.firstFresh({ postKey })).toBe(keys[0] ?? null);
  return keys;
};

const inLists = async (village: Village, who: Name, postId: string) =>
  (await village.as(who).comments.counts({ postIds: [postId] }))[postId]?.fresh ?? 0;

describe("what a member has not read", () => {
  test("is nothing on their first visit, and on the next what others said since", async ({ village }) => {
    const { postKey, postId } = await posted(village);
    await says(village, "Justin", postKey);
    expect(await freshTo(village, "Hank", postKey)).toEqual([]);
    expect((await village.as("Hank").comments.thread({ postKey })).fresh).toBeNull();
    await reads(village, "Hank", postKey);
    village.later(45 * minute);
    const since = [await says(village, "Candy", postKey), await says(village, "Justin", postKey)];
    await says(village, "Hank", postKey);
    expect(await freshTo(village, "Hank", postKey)).toEqual(since);
    expect(await inLists(village, "Hank", postId)).toBe(2);
    expect((await village.asVisitor().comments.thread({ postKey })).items.some(({ fresh }) => fresh)).toBe(false);
  });

  test("stays marked while the visit lasts, on the page and in lists alike", async ({ village }) => {
    const { postKey, postId } = await posted(village);
    await reads(village, "Hank", postKey);
    village.later(45 * minute);
    const key = await says(village, "Candy", postKey);
    await reads(village, "Hank", postKey);
    village.later(20 * minute);
    expect(await freshTo(village, "Hank", postKey)).toEqual([key]);
    expect(await inLists(village, "Hank", postId)).toBe(1);
    village.later(11 * minute);
    expect(await freshTo(village, "Hank", postKey)).toEqual([]);
    expect(await inLists(village, "Hank", postId)).toBe(0);
  });

  test("is not taken back by an older page, nor moved past now by a wrong clock", async ({ village }) => {
    const { postKey, postId } = await posted(village);
    const early = village.context(null).now().getTime();
    await says(village, "Candy", postKey);
    await reads(village, "Hank", postKey);
    await reads(village, "Hank", postKey, early);
    village.later(45 * minute);
    expect(await inLists(village, "Hank", postId)).toBe(0);
    await reads(village, "Hank", postKey, village.context(null).now().getTime() + 1_000_000 * minute);
    await says(village, "Candy", postKey);
    expect(await inLists(village, "Hank", postId)).toBe(1);
  });

  test("is never of somebody they do not read, or who does not let them", async ({ village }) => {
    const { postKey, postId } = await posted(village);
    for (const who of ["Marguerite", "Hank"] as const) await reads(village, who, postKey);
    village.later(45 * minute);
    await village.as("Hank").connections.mute({ person: { handle: village.person("Bert").handle } });
    await says(village, "Bert", postKey);
    const hidden = await says(village, "Newcomer", postKey);
    await village.as("Shawn").moderation.hide({ thing: { comment: hidden }, rule: "kind", reason: "." });
    for (const who of ["Marguerite", "Hank"] as const) {
      expect(await freshTo(village, who, postKey)).toEqual([]);
      expect(await inLists(village, who, postId)).toBe(0);
    }
  });

  test("is noted only of what they may read", async ({ village }) => {
    const { postKey } = await posted(village, { audience: "connections" });
    await expect(reads(village, "Newcomer", postKey)).rejects.toThrow("no-such-post");
    await expect(village.asVisitor().visits.note({ postKey, until: 0 })).rejects.toThrow("sign-in-first");
  });
});

describe("unread first", () => {
  test("brings conversations with something new to the top, page after page, and leaves replies in reading order", async ({
    village,
  }) => {
    const { postKey } = await posted(village);
    const tops: string[] = [];
    for (let made = 0; made < 55; made++) tops.push(await says(village, "Justin", postKey));
    const first = await says(village, "Candy", postKey, tops[53]);
    await reads(village, "Hank", postKey);
    village.later(45 * minute);
    const second = await says(village, "Justin", postKey, tops[53]);
    const late = await says(village, "Candy", postKey);

    const page = await village.as("Hank").comments.thread({ postKey, order: "unread" });
    const keys = page.items.map(({ key }) => key);
    expect(keys.slice(0, 4)).toEqual([tops[53], first, second, late]);
    const rest = await village.as("Hank").comments.thread({ postKey, order: "unread", cursor: page.next ?? "" });
    const others = tops.filter((key) => key !== tops[53]);
    expect([...keys.slice(4), ...rest.items.map(({ key }) => key)]).toEqual(others);
    const asOldest = await village.as("Kofi").comments.thread({ postKey, order: "unread" });
    expect(asOldest.items.map(({ key }) => key)).toEqual(tops.slice(0, 50));
  });
});
