import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectionRequests, connections } from "#/db/schema/connections";
import type { Name } from "#/db/seed/village";
import { ownVillage } from "#/server/testing/village";

const rounds = 8;
const words = "We have met at the same kettle, I think.";

let village: Awaited<ReturnType<typeof ownVillage>>;
beforeAll(async () => {
  village = await ownVillage();
});
afterAll(() => village.close());

const the = (name: Name) => ({ memberId: village.person(name).id });
const ask = (from: Name, to: Name) => village.as(from).connections.request({ to: the(to), how: "met", note: words });
const stateOf = async (viewer: Name, other: Name) =>
  (await village.as(viewer).connections.standing(the(other))).state.is;

/** Nothing between anybody any more, and one request from Newcomer to Hank. */
async function freshRequest() {
  await freshStart();
  const asked = await ask("Newcomer", "Hank");
  if (asked.state !== "requested") throw new Error("There was a connection left");
  return asked.requestId;
}

async function freshStart() {
  await village.db.execute(sql`truncate connections, connection_requests, blocks, mutes, endings cascade`);
}

/** Both sides of every connection are there, and nobody has an open request and a connection to the same person. */
async function nothingIsHalf() {
  const rows = await village.db.select().from(connections);
  for (const { memberId, otherId, since, requestId } of rows)
    expect(rows).toContainEqual(expect.objectContaining({ memberId: otherId, otherId: memberId, since, requestId }));
  const open = await village.db.select().from(connectionRequests).where(sql`answer is null`);
  for (const { fromId, toId } of open)
    expect(rows.some((it) => it.memberId === fromId && it.otherId === toId)).toBe(false);
  return rows.length / 2;
}

const settle = async (acts: Promise<unknown>[]) =>
  (await Promise.allSettled(acts)).map((it) => (it.status === "fulfilled" ? "done" : String(it.reason.message)));

describe("in the same instant", () => {
  test("two who ask each other are connected, and both succeed", async () => {
    for (let round = 0; round < rounds; round++) {
      await freshStart();
      const answers = await Promise.all([ask("Newcomer", "Hank"), ask("Hank", "Newcomer")]);
      expect(answers.map(({ state }) => state).sort()).toEqual(["connected", "requested"]);
      expect(await stateOf("Newcomer", "Hank")).toBe("connected");
      expect(await nothingIsHalf()).toBe(1);
    }
  });

  test("a button pressed five times sends one request", async () => {
    await freshStart();
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask("Newcomer", "Hank")));
    expect(new Set(answers.map((it) => (it.state === "requested" ? it.requestId : "")))).toHaveLength(1);
    expect(await village.db.$count(connectionRequests)).toBe(1);
  });

  test("two acceptances make one connection", async () => {
    for (let round = 0; round < rounds; round++) {
      const requestId = await freshRequest();
      const hank = village.as("Hank").connections;
      expect(await settle([hank.accept({ requestId }), hank.accept({ requestId })])).toEqual(["done", "done"]);
      expect(await nothingIsHalf()).toBe(1);
    }
  });

  test("accepting and withdrawing end in one of the two", async () => {
    for (let round = 0; round < rounds; round++) {
      const requestId = await freshRequest();
      const [accepted, withdrawn] = await settle([
        village.as("Hank").connections.accept({ requestId }),
        village.as("Newcomer").connections.withdraw({ requestId }),
      ]);
      const made = await nothingIsHalf();
      expect([accepted, withdrawn]).toEqual(made ? ["done", "already-answered"] : ["no-such-request", "done"]);
    }
  });

  test("accepting and blocking end apart", async () => {
    for (let round = 0; round < rounds; round++) {
      const requestId = await freshRequest();
      const [, blocked] = await settle([
        village.as("Hank").connections.accept({ requestId }),
        village.as("Newcomer").connections.block({ person: the("Hank") }),
      ]);
      expect(blocked).toBe("done");
      expect(await nothingIsHalf()).toBe(0);
      await expect(stateOf("Hank", "Newcomer")).rejects.toMatchObject({ message: "no-such-member" });
    }
  });

  test("declining and accepting end in one of the two", async () => {
    for (let round = 0; round < rounds; round++) {
      const requestId = await freshRequest();
      const hank = village.as("Hank").connections;
      const [declined] = await settle([hank.decline({ requestId }), hank.accept({ requestId })]);
      // A decline that came first is overruled by the acceptance behind it; one that came second is refused.
      expect(["done", "already-answered"]).toContain(declined);
      expect(await nothingIsHalf()).toBe(1);
    }
  });

  test("asking and blocking leave no request behind", async () => {
    for (let round = 0; round < rounds; round++) {
      await freshStart();
      await settle([ask("Newcomer", "Hank"), village.as("Hank").connections.block({ person: the("Newcomer") })]);
      expect((await village.as("Newcomer").connections.sent({})).items).toEqual([]);
      expect((await village.as("Hank").connections.received({})).items).toEqual([]);
    }
  });

  test("requests to several people keep to the limit of the day", async () => {
    await freshStart();
    await village.as("Candy").settings.set({ key: "requests.day", value: 2 });
    const answers = await settle((["Hank", "Seun", "Bert", "Kofi"] as const).map((name) => ask("Newcomer", name)));
    expect(answers.sort()).toEqual(["done", "done", "too-many-today", "too-many-today"]);
    await village.as("Candy").settings.set({ key: "requests.day", value: 10 });
  });

  test("three people asking around a circle do not wait for each other for good", async () => {
    await freshStart();
    const circle = ["Hank", "Seun", "Bert"] as const;
    const acts = circle.flatMap((from) => circle.filter((to) => to !== from).map((to) => ask(from, to)));
    expect(new Set(await settle(acts))).toEqual(new Set(["done"]));
    expect(await nothingIsHalf()).toBe(3);
  });

  test("ending and ending, and restoring twice, keep both sides whole", async () => {
    const requestId = await freshRequest();
    await village.as("Hank").connections.accept({ requestId });
    const [hank, newcomer] = [village.as("Hank").connections, village.as("Newcomer").connections];
    await settle([hank.end({ person: the("Newcomer") }), newcomer.end({ person: the("Hank") })]);
    expect(await nothingIsHalf()).toBe(0);
    await settle([
      hank.restore({ person: the("Newcomer") }),
      newcomer.restore({ person: the("Hank") }),
      hank.restore({ person: the("Newcomer") }),
    ]);
    expect(await nothingIsHalf()).toBe(1);
  });
});
