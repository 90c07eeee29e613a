import { sql } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import { blocks, connectionRequests, mutes } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import { test, type Village } from "#/server/testing/village";
import { can, notBlocked, notMuted, visibleTo } from "./policy";
import { receivedRequests } from "./queries";
import { day, termsOf } from "./terms";

/** Every kind of request there is, so that the two ways of saying who may read are held together on all of them. */
async function allKinds(village: Village) {
  const at = (days: number) => new Date(village.context(null).now().getTime() - days * day);
  const [hank, newcomer, seun, bert, marguerite, trent] = (
    ["Hank", "Newcomer", "Seun", "Bert", "Marguerite", "Trent"] as const
  ).map((name) => village.person(name).id);
  const row = (
    fromId: string | undefined,
    toId: string | undefined,
    sent: number,
    answer: "accepted" | "declined" | "withdrawn" | "expired" | null,
    answered?: number,
  ) => ({
    fromId: fromId ?? "",
    toId: toId ?? "",
    how: "other" as const,
    sentAt: at(sent),
    answer,
    answeredAt: answered === undefined ? null : at(answered),
  });
  await village.db
    .insert(connectionRequests)
    .values([
      row(hank, newcomer, 1, null),
      row(seun, newcomer, 90, null),
      row(newcomer, hank, 5, "declined", 4),
      row(newcomer, hank, 120, "declined", 80),
      row(newcomer, hank, 300, "declined", 90),
      row(newcomer, seun, 5, "withdrawn", 4),
      row(newcomer, seun, 200, "expired", 110),
      row(newcomer, seun, 400, "accepted", 300),
      row(bert, marguerite, 3, null),
      row(marguerite, bert, 40, "accepted", 39),
      row(trent, newcomer, 3, null),
      row(newcomer, trent, 9, "declined", 3),
    ]);
}

describe("who may read a request", () => {
  test("is the same in SQL as in words, for every person of the village and a visitor", async ({ village }) => {
    await allKinds(village);
    const terms = await termsOf(village.context(null));
    const everything = await village.db.select().from(connectionRequests);
    const blocked = await village.db.select().from(blocks);
    const apart = (a: string, b: string) =>
      blocked.some(
        ({ memberId, blockedId }) => (memberId === a && blockedId === b) || (memberId === b && blockedId === a),
      );
    let read = 0;
    for (const viewer of [...village.people, null]) {
      const listed = await village.db
        .select({ id: connectionRequests.id })
        .from(connectionRequests)
        .where(visibleTo(viewer, terms));
      const readable = everything.filter((request) => {
        const suspended = village.people.some(({ id, suspendedAt }) => id === request.fromId && suspendedAt);
        return can(viewer, "read", { ...request, apart: apart(request.fromId, request.toId), suspended, terms }).ok;
      });
      expect(listed.map(({ id }) => id).sort()).toEqual(readable.map(({ id }) => id).sort());
      read += readable.length;
    }
    expect(read).toBeGreaterThan(everything.length / 2);
  });

  test("keeps blocked pairs apart and the muted out, for every pair of the village", async ({ village }) => {
    const { db, people, person } = village;
    const [hank, seun] = [person("Hank").id, person("Seun").id];
    const now = village.context(null).now();
    await db.insert(mutes).values([
      { memberId: hank, mutedId: seun, madeAt: now },
      { memberId: seun, mutedId: hank, madeAt: now, until: now },
    ]);
    const blocked = await db.select().from(blocks);
    for (const viewer of people) {
      const near = await db.select({ id: members.id }).from(members).where(notBlocked(viewer, members.id));
      const heard = await db
        .select({ id: members.id })
        .from(members)
        .where(notMuted(viewer, members.id, now));
      const gone = blocked.filter(
        ({ memberId, blockedId }) => memberId === viewer.id || blockedId === viewer.id,
      ).length;
      expect(near).toHaveLength(people.length - gone);
      expect(heard).toHaveLength(people.length - (viewer.id === hank ? 1 : 0));
    }
  });
});

describe("the button on a profile", () => {
  test("tells each of the states there are", async ({ village }) => {
    const { connections } = village.as("Candy");
    expect((await connections.standing({ handle: "candy" })).state).toEqual({ is: "you" });
    expect((await connections.standing({ handle: "shawn" })).state).toMatchObject({ is: "connected", how: "work" });
    expect((await connections.standing({ handle: "justin" })).state).toMatchObject({
      is: "asked-you",
      declined: false,
      how: "thread",
    });
    expect((await village.as("Justin").connections.standing({ handle: "candy" })).state).toMatchObject({
      is: "requested",
    });
    expect((await connections.standing({ handle: "layla" })).state).toEqual({ is: "none" });
    expect((await connections.standing({ handle: "trent" })).state).toMatchObject({
      is: "cannot",
      because: "cannot-be-asked-now",
    });
    expect((await village.asVisitor().connections.standing({ handle: "candy" })).state).toEqual({ is: "visitor" });
    expect((await village.as("Marguerite").connections.standing({ handle: "bert" })).state).toEqual({
      is: "blocked-by-me",
    });
  });

  test("names what two people share: mutual people, threads, and how large the other's network is", async ({
    village,
  }) => {
    const { shared } = await village.as("Candy").connections.standing({ handle: "justin" });
    const mutual = await village.as("Candy").connections.mutual({ person: { handle: "justin" }, limit: 100 });
    expect(shared?.mutual.count).toBe(mutual.items.length);
    expect(shared?.mutual.people.length).toBe(Math.min(5, mutual.items.length));
    expect(shared?.threads.shown.length).toBeGreaterThan(0);
    expect(shared?.threads.shown.length).toBeLessThanOrEqual(3);
    expect(shared?.network).toBeGreaterThan(5);
  });

  test("names no suspended mutual person", async ({ village }) => {
    await village.db.update(members).set({ suspendedAt: new Date() }).where(sql`name = 'Shawn'`);
    const { shared } = await village.as("Candy").connections.standing({ handle: "justin" });
    expect(shared?.mutual.people.map(({ name }) => name)).not.toContain("Shawn");
  });

  test("tells of no shared thread that others may not read", async ({ village }) => {
    const facts = async () =>
      (await village.as("Candy").connections.standing({ handle: "justin" })).shared?.threads.count ?? 0;
    expect(await facts()).toBeGreaterThan(0);
    await village.db.execute(sql`update posts set audience = 'connections'`);
    expect(await facts()).toBe(0);
    await village.db.execute(sql`update posts set audience = 'everyone', hidden_at = now()`);
    expect(await facts()).toBe(0);
    await village.db.execute(sql`update posts set hidden_at = null, deleted_at = now()`);
    expect(await facts()).toBe(0);
  });

  test("counts no comment that is hidden, held or deleted", async ({ village }) => {
    for (const change of [
      "hidden_at = now()",
      "state = 'held', hidden_at = null",
      "state = 'shown', deleted_at = now()",
    ]) {
      await village.db.execute(sql.raw(`update comments set ${change}`));
      await village.db.execute(sql`update posts set author_id = ${village.person("Dilys Prydderch").id}`);
      const { shared } = await village.as("Candy").connections.standing({ handle: "justin" });
      expect(shared?.threads.count).toBe(0);
    }
  });

  test("shows before asking: whether words are needed, the limits, and the house rule", async ({ village }) => {
    const form = await village.as("Newcomer").connections.beforeAsking({ handle: "hank" });
    expect(form).toMatchObject({
      state: { is: "none" },
      note: { needed: true, least: 20, most: 500 },
      limits: {
        open: 0,
        openMost: 20,
        today: 0,
        dayMost: 10,
        nextAt: null,
        againDays: 21,
        timesMost: 3,
        expireDays: 90,
      },
    });
    expect(form.rule.length).toBeGreaterThan(10);
    expect((await village.as("Susan").connections.beforeAsking({ handle: "priya" })).note.needed).toBe(false);
  });
});

describe("the lists of connections", () => {
  test("give one's own network newest first, in pages, with what is shared", async ({ village }) => {
    const candy = village.as("Candy").connections;
    const all = (await candy.network({ limit: 100 })).items;
    expect(all.map(({ since }) => since.getTime())).toEqual(
      all.map(({ since }) => since.getTime()).sort((a, b) => b - a),
    );
    const first = await candy.network({ limit: 3 });
    const second = await candy.network({ limit: 100, cursor: first.next ?? "" });
    expect([...first.items, ...second.items]).toEqual(all);
    expect(all.find(({ member }) => member.name === "Shawn")).toMatchObject({
      how: "work",
      muted: false,
      mutual: expect.any(Number),
    });
  });

  test("ask the database as often for twenty requests as for one", async ({ village }) => {
    const ctx = { ...village.context("Candy"), viewer: village.person("Candy") };
    const count = async () => {
      const queries = vi.spyOn(Object.getPrototypeOf(Reflect.get(ctx.db, "session")), "prepareQuery");
      await receivedRequests(ctx, { limit: 20 });
      const { length } = queries.mock.calls;
      queries.mockRestore();
      return length;
    };
    const few = await count();
    const others = village.people
      .filter(({ name }) => !["Candy", "Justin", "Ondřej Vaclík"].includes(name))
      .slice(0, 15);
    await village.db
      .insert(connectionRequests)
      .values(others.map(({ id }) => ({ fromId: id, toId: ctx.viewer.id, how: "other" as const, sentAt: ctx.now() })));
    expect((await receivedRequests(ctx, { limit: 20 })).items.length).toBeGreaterThan(10);
    expect(await count()).toBe(few);
    expect(few).toBe(4);
  });
});
