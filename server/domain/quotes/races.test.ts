import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comments } from "#/db/schema/comments";
import { hashOf } from "#/server/platform/text";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage } from "#/server/testing/village";
import { carryNext } from "../notifications/carry";

let village: Awaited<ReturnType<typeof ownVillage>>;
beforeAll(async () => {
  await bundleTextWorker();
  village = await ownVillage();
});
afterAll(() => village.close());

const waitsForARow = async () =>
  (
    await village.pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
  ).rows.length;

test("a note never brings back words that their author takes out at the same moment", async () => {
  const { key: postKey } = await village
    .as("Susan")
    .posts.write({ title: "Chairs", source: "A chair is kept by sitting.", publish: true });
  const words = "What nobody ever said.";
  const source = `> ${words}\n>\n> — [Susan](/p/${postKey}#q-${hashOf(words)})\n\nCall me at 0151 2345.`;
  const { key } = await village.as("Bert").comments.write({ postKey, source });
  let carrying: Promise<number> | undefined;
  await village.db.transaction(async (tx) => {
    await tx.update(comments).set({ html: "<p>Taken out.</p>" }).where(eq(comments.key, key));
    carrying = carryNext(village.context(null), 100);
    await expect.poll(waitsForARow).toBe(1);
  });
  await carrying;
  const [now] = await village.db.select({ html: comments.html }).from(comments).where(eq(comments.key, key));
  expect(now?.html).toBe("<p>Taken out.</p>");
  expect(await village.db.execute(sql`select 1 from events where carried_at is null`)).toMatchObject({ rows: [] });
});
