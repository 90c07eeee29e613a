import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countingStatements } from "#/server/testing/counting";
import { makeHub } from "#/server/testing/hub";
import { ownVillage } from "#/server/testing/village";

const people = 5_000;

let village: Awaited<ReturnType<typeof ownVillage>>;
beforeAll(async () => {
  village = await ownVillage();
  await village.as("Candy").settings.set({ key: "connections.most", value: 10_000 });
  await makeHub(village.db, village.person("Newcomer").id, people);
}, 120_000);
afterAll(() => village.close());

/** What a page may take at most on a busy machine, in milliseconds: a walk over everything takes many times that. */
const most = 1_500;

async function measured<Answer>(work: () => Promise<Answer>) {
  const began = performance.now();
  const counted = await countingStatements(village.pool, work);
  return { ...counted, took: performance.now() - began };
}

describe("for a member with 5,000 connections", () => {
  test("a page of the feed is three statements, at its beginning and far down", async () => {
    const { feed } = village.as("Newcomer");
    const first = await measured(() => feed.items({ limit: 20 }));
    expect(first.answer.items).toHaveLength(20);
    expect(first.statements).toBe(3);
    expect(first.took).toBeLessThan(most);

    let cursor = first.answer.next ?? "";
    for (let page = 0; page < 5; page++) cursor = (await feed.items({ limit: 100, cursor })).next ?? "";
    const deep = await measured(() => feed.items({ limit: 20, cursor }));
    expect(deep.statements).toBe(3);
    expect(deep.took).toBeLessThan(most);
  });

  test("a page of the network is two statements", async () => {
    const { connections } = village.as("Newcomer");
    const page = await measured(() => connections.network({ limit: 20 }));
    expect(page.answer.items).toHaveLength(20);
    expect(page.answer.items[0]?.mutual).toBeGreaterThan(10);
    expect(page.statements).toBe(2);
    expect(page.took).toBeLessThan(most);
  });

  test("the button on a profile is a fixed handful of statements", async () => {
    const newcomer = village.as("Newcomer").connections;
    const near = await measured(() => newcomer.standing({ handle: "hub-1" }));
    const far = await measured(() => newcomer.standing({ handle: "layla" }));
    expect(near.answer.shared?.mutual.count).toBe(20);
    expect(near.statements).toBeLessThanOrEqual(7);
    expect(far.statements).toBeLessThanOrEqual(11);
    expect(near.took).toBeLessThan(most);
  });

  test("the newest connections come by their index, not by looking at all", async () => {
    const { rows } = await village.pool.query<{ "QUERY PLAN": string }>(
      "explain select other_id from connections where member_id = $1 order by since desc, other_id desc limit 21",
      [village.person("Newcomer").id],
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toContain("connections_newest");
    expect(plan).not.toContain("Sort");
  });
});
