import { beforeAll, describe, expect } from "vitest";
import { makeThread } from "#/server/testing/long-thread";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { setSetting } from "../settings/commands";

beforeAll(bundleTextWorker);

/** A conversation that Hank has read, with 24 answers since: some beyond what is shown, some beyond the first page. */
async function comingBack(village: Village) {
  for (const key of ["comments.minute", "comments.hour"] as const)
    await setSetting(village.context("Candy"), { key, value: 10_000 });
  const authors = [village.person("Susan").id, village.person("Justin").id];
  const wish = { title: "A long talk", comments: 700, authors, until: village.context(null).now() };
  const { key: postKey, rows } = await makeThread(village.db, wish);
  const hank = village.as("Hank");
  await hank.visits.note({ postKey, until: village.context(null).now().getTime() });
  village.later(45 * 60_000);
  const deepest = [...rows].sort((one, other) => other.depth - one.depth).slice(0, 2);
  const parents = [...Array.from({ length: 20 }, (_, nth) => rows[30 + nth * 31]), ...deepest];
  const made: string[] = [];
  const say = async (parentKey?: string) => {
    village.later(1000);
    made.push(
      (
        await village
          .as("Candy")
          .comments.write({ postKey, source: `New, number ${made.length}.`, ...(parentKey && { parentKey }) })
      ).key,
    );
  };
  for (const parent of parents) await say(parent?.key);
  await say();
  await say();
  return { postKey, hank, made };
}

type Items = readonly { key: string; fresh: boolean }[];
const freshIn = (items: Items) => items.filter(({ fresh }) => fresh).map(({ key }) => key);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe("what is new and not on the page", () => {
  test("is told at each way on, and found there, down to the last", async ({ village }) => {
    const { postKey, hank, made } = await comingBack(village);
    const found = new Set<string>();
    /** Opens what waits at one comment, and what waits there. */
    const open = async (key: string, cursor: string | undefined, many: number) => {
      const { replies, deep, next, freshFurther } = await hank.comments.inContext({ key, cursor });
      const here = freshIn(replies);
      expect(here.length + sum(Object.values(deep)) + freshFurther).toBe(many);
      for (const it of here) found.add(it);
      for (const [below, fresh] of Object.entries(deep)) await open(below, undefined, fresh);
      if (freshFurther) await open(key, next ?? "", freshFurther);
    };
    let [cursor, waiting]: [string | undefined, number] = [undefined, made.length];
    while (waiting > 0) {
      const { items, cut, deep, freshFurther, next } = await hank.comments.thread({ postKey, cursor });
      const here = freshIn(items);
      const inBranches = sum(Object.values(cut).map(({ fresh }) => fresh));
      expect(here.length + inBranches + sum(Object.values(deep)) + freshFurther).toBe(waiting);
      for (const it of here) found.add(it);
      for (const { top, after, fresh } of Object.values(cut)) if (fresh > 0) await open(top, after, fresh);
      for (const [key, fresh] of Object.entries(deep)) await open(key, undefined, fresh);
      [cursor, waiting] = [next ?? undefined, freshFurther];
    }
    expect([...found].sort()).toEqual([...made].sort());
    expect(cursor).toBeUndefined();
  });

  test("stands below what it answers where the unread comes first, far down in its branch as well", async ({
    village,
  }) => {
    const { postKey, hank, made } = await comingBack(village);
    const { items, cut, deep, freshFurther } = await hank.comments.thread({ postKey, order: "unread" });
    const elsewhere = sum(Object.values(cut).map(({ fresh }) => fresh)) + sum(Object.values(deep));
    expect(freshFurther).toBe(0);
    expect(freshIn(items).length + elsewhere).toBe(made.length);
    expect(sum(Object.values(cut).map(({ fresh }) => fresh))).toBe(0);
    const before = new Set<string | null>([null]);
    for (const { id, parentId } of items) {
      expect(before.has(parentId)).toBe(true);
      expect(before.has(id)).toBe(false);
      before.add(id);
    }
  });

  test("is nothing to somebody who was never there", async ({ village }) => {
    const { postKey } = await comingBack(village);
    for (const reader of [village.asVisitor(), village.as("Marguerite")]) {
      const { cut, deep, freshFurther } = await reader.comments.thread({ postKey });
      expect([sum(Object.values(cut).map(({ fresh }) => fresh)), deep, freshFurther]).toEqual([0, {}, 0]);
    }
  });
});
