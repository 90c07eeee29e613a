import { beforeAll, describe, expect } from "vitest";
import { createCaller } from "#/server/api/root";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { tagsOf } from "../events";
import { setSetting } from "../settings/commands";
import { closeOldThreads } from "./commands";

beforeAll(bundleTextWorker);

const day = 24 * 60 * 60 * 1000;
const words = { title: "On kettles", source: "They boil." };
const setDays = (village: Village, value: number) =>
  setSetting(village.context(null), { key: "comments.close-days", value });
const closeAll = async (village: Village) => {
  while ((await closeOldThreads(village.context(null))) > 0);
};
const say = (village: Village, postKey: string, source = "Well said.") =>
  village.as("Justin").comments.write({ postKey, source });

describe("comments that close by themselves", () => {
  test("close after the site's days, stay readable, and open again when there are more", async ({ village }) => {
    const { key, id } = await village.as("Susan").posts.write({ ...words, publish: true });
    await say(village, key);
    village.later(15 * day);
    await closeAll(village);
    expect(await village.asVisitor().posts.byKey({ key })).toMatchObject({
      commentsClosedAt: null,
      commentsCloseAt: null,
    });
    await setDays(village, 14);
    const ctx = village.context(null);
    expect(await closeOldThreads(ctx)).toBeGreaterThan(0);
    expect(ctx.told.flatMap(tagsOf)).toContain(`post:${id}`);
    await closeAll(village);
    await expect(say(village, key, "And more.")).rejects.toMatchObject({ message: "comments-closed" });
    const thread = await village.asVisitor().comments.thread({ postKey: key });
    expect(thread).toMatchObject({ count: { comments: 1 }, can: { comment: false, commentOnceSignedIn: false } });
    expect((await village.as("Justin").comments.thread({ postKey: key })).can.comment).toBe(false);
    expect((await village.asVisitor().posts.byKey({ key })).commentsClosedAt).toEqual(village.context(null).now());
    await setDays(village, 0);
    await closeAll(village);
    await say(village, key, "And more.");
  });

  test("say before when that will be", async ({ village }) => {
    await setDays(village, 14);
    const { key } = await village.as("Susan").posts.write({ ...words, publish: true });
    const { publishedAt, commentsCloseAt } = await village.asVisitor().posts.byKey({ key });
    expect(commentsCloseAt?.getTime()).toBe((publishedAt?.getTime() ?? 0) + 14 * day);
    village.later(14 * day - 1);
    await closeAll(village);
    await say(village, key);
    village.later(1);
    await closeAll(village);
    await expect(say(village, key, "Too late.")).rejects.toMatchObject({ message: "comments-closed" });
  });

  test("go by the days of the post where it has its own, at once when its author says so", async ({ village }) => {
    await setDays(village, 14);
    const susan = village.as("Susan").posts;
    const never = await susan.write({ ...words, closeDays: 0, publish: true });
    const short = await susan.write({ ...words, title: "Short", closeDays: 3, publish: true });
    village.later(4 * day);
    await closeAll(village);
    await expect(say(village, short.key)).rejects.toMatchObject({ message: "comments-closed" });
    village.later(30 * day);
    await closeAll(village);
    await say(village, never.key);
    expect(await susan.toEdit({ key: short.key })).toMatchObject({ closeDays: 3, comments: "open" });
    const ctx = village.context("Susan");
    await createCaller(ctx).posts.edit({ ...words, title: "Short", key: short.key, closeDays: 365 });
    await say(village, short.key, "Open again.");
    await susan.edit({ ...words, key: never.key, closeDays: 7 });
    await expect(say(village, never.key, "One more.")).rejects.toMatchObject({ message: "comments-closed" });
    // A change that says nothing of days leaves them.
    await susan.edit({ ...words, key: never.key, source: "They hum." });
    expect(await susan.toEdit({ key: never.key })).toMatchObject({ closeDays: 7 });
  });

  test("are left alone where nothing is due", async ({ village }) => {
    expect(await closeOldThreads(village.context(null))).toBe(0);
  });
});

describe("who may comment", () => {
  test.for([
    ["open", "Justin", "said"],
    ["members", "Justin", "said"],
    ["connections", "Newcomer", "connections-comment"],
    ["closed", "Justin", "comments-closed"],
    ["closed", "Susan", "comments-closed"],
  ] as const)("is as its author chose: %s, for %s: %s", async ([comments, who, outcome], { village }) => {
    const { key } = await village.as("Susan").posts.write({ ...words, comments, publish: true });
    const said = village.as(who).comments.write({ postKey: key, source: "Well." });
    expect(
      await said.then(
        () => "said",
        ({ message }: Error) => message,
      ),
    ).toBe(outcome);
    await expect(village.asVisitor().comments.write({ postKey: key, source: "Well." })).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  });
});
