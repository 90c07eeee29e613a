import { eq } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { makeThread } from "#/server/testing/long-thread";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";

beforeAll(bundleTextWorker);

/** A thread whose 130 comments were all written a moment ago. */
async function busyThread(village: Village) {
  const now = village.context(null).now();
  const authors = village.people.map(({ id }) => id);
  const thread = await makeThread(village.db, { title: "Busy", comments: 130, authors, until: now });
  await village.db.update(comments).set({ writtenAt: now }).where(eq(comments.postId, thread.id));
  return { postKey: thread.key, at: now.getTime() };
}

describe("what came under a post", () => {
  test("names the newest where more came than are named, and says so", async ({ village }) => {
    const { postKey, at } = await busyThread(village);
    const { keys, more, until } = await village.asVisitor().comments.arrived({ postKey, since: at - 60_000 });
    expect([keys.length, more, until]).toEqual([100, true, at]);
  });

  test("is told on, however many were written in the same seconds", async ({ village }) => {
    const { postKey, at } = await busyThread(village);
    const ask = () => village.asVisitor().comments.arrived({ postKey, since: at });
    expect(await ask()).toMatchObject({ more: false, until: at });
    village.later(1_000);
    const { key } = await village.as("Justin").comments.write({ postKey, source: "After the crowd." });
    const { keys, more, until } = await ask();
    expect([keys.at(-1), more, until]).toEqual([key, false, at + 1_000]);
  });
});
