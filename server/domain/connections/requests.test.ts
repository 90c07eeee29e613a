import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { connectionRequests, connections } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import { events } from "#/db/schema/site";
import type { Name } from "#/db/seed/village";
import { test, type Village } from "#/server/testing/village";
import { day, undoFor } from "./terms";

const words = "We both wait for the same kettle, I think.";

const ask = (village: Village, from: Name, to: Name, note = words) =>
  village.as(from).connections.request({ to: { memberId: village.person(to).id }, how: "other", note });

async function askedBy(village: Village, from: Name, to: Name) {
  const asked = await ask(village, from, to);
  if (asked.state !== "requested") throw new Error("They are connected already");
  return asked.requestId;
}

const stateOf = async (village: Village, viewer: Name, other: Name) =>
  (await village.as(viewer).connections.standing({ memberId: village.person(other).id })).state;

const refusedAs = (message: string) => ({ message });

describe("a connection request", () => {
  test("waits for the person it was sent to, with what they need to judge it", async ({ village }) => {
    const { items } = await village.as("Candy").connections.received({});
    expect(items.map(({ from }) => from.name)).toEqual(["Justin", "Ondřej Vaclík"]);
    expect(items[0]).toMatchObject({
      how: "thread",
      can: { accept: true, decline: true, withdraw: false, reopen: false },
      mutual: {
        count: expect.any(Number),
        people: expect.arrayContaining([expect.objectContaining({ name: "Shawn" })]),
      },
    });
    expect(items[0]?.threads.shown[0]?.path).toMatch(/^\/p\//);
  });

  test("leaves the list and makes a connection for both once it is accepted", async ({ village }) => {
    const candy = village.as("Candy");
    const [first] = (await candy.connections.received({})).items;
    expect(await candy.connections.accept({ requestId: first?.id ?? "" })).toEqual({ state: "connected" });
    expect((await candy.connections.received({})).items).toHaveLength(1);
    expect(await stateOf(village, "Candy", "Justin")).toMatchObject({ is: "connected", how: "thread" });
    expect(await stateOf(village, "Justin", "Candy")).toMatchObject({ is: "connected", how: "thread" });
  });

  test("accepted twice is accepted once", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    const hank = village.as("Hank");
    await hank.connections.accept({ requestId });
    expect(await hank.connections.accept({ requestId })).toEqual({ state: "connected" });
    const rows = await village.db
      .select()
      .from(connections)
      .where(eq(connections.memberId, village.person("Newcomer").id));
    expect(rows).toHaveLength(1);
  });

  test("cannot be accepted or declined by who sent it, nor withdrawn by who got it", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await expect(village.as("Newcomer").connections.accept({ requestId })).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: "not-asked-of-you",
    });
    await expect(village.as("Newcomer").connections.decline({ requestId })).rejects.toMatchObject(
      refusedAs("not-asked-of-you"),
    );
    await expect(village.as("Hank").connections.withdraw({ requestId })).rejects.toMatchObject(
      refusedAs("not-your-request"),
    );
  });

  test("does not exist for anybody else, whatever they try", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    const susan = village.as("Susan").connections;
    for (const attempt of [susan.accept, susan.decline, susan.withdraw, susan.reopen])
      await expect(attempt({ requestId })).rejects.toMatchObject({ code: "NOT_FOUND", message: "no-such-request" });
  });

  test("sent twice is one request, and success both times", async ({ village }) => {
    const first = await ask(village, "Newcomer", "Hank");
    expect(await ask(village, "Newcomer", "Hank", "And again, with other words.")).toEqual(first);
    const told = await village.db.select().from(events).where(eq(events.type, "connection.asked"));
    expect(told).toHaveLength(1);
  });

  test("crossing another one becomes one connection", async ({ village }) => {
    expect(await ask(village, "Candy", "Justin", "")).toEqual({ state: "connected" });
    expect(await stateOf(village, "Justin", "Candy")).toMatchObject({ is: "connected" });
    expect((await village.as("Candy").connections.received({})).items.map(({ from }) => from.name)).toEqual([
      "Ondřej Vaclík",
    ]);
  });

  test("to somebody already connected is success", async ({ village }) => {
    expect(await ask(village, "Candy", "Shawn")).toEqual({ state: "connected" });
  });

  test("cannot be sent to oneself, nor to nobody", async ({ village }) => {
    await expect(ask(village, "Hank", "Hank")).rejects.toMatchObject(refusedAs("that-is-you"));
    await expect(
      village.as("Hank").connections.request({ to: { handle: "nobody-at-all" }, how: "met", note: words }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("cannot be sent by a suspended member, nor to one, nor to somebody with no way in", async ({ village }) => {
    await expect(ask(village, "Trent", "Hank")).rejects.toMatchObject(refusedAs("suspended-cannot-connect"));
    await expect(ask(village, "Hank", "Trent")).rejects.toMatchObject(refusedAs("cannot-be-asked-now"));
    await village.db.update(members).set({ importedFrom: "https://old.example" }).where(eq(members.name, "Newcomer"));
    await expect(ask(village, "Hank", "Newcomer")).rejects.toMatchObject(refusedAs("has-no-way-in"));
  });

  test("of a member suspended since is gone from the list", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.db.update(members).set({ suspendedAt: new Date() }).where(eq(members.name, "Newcomer"));
    expect((await village.as("Hank").connections.received({})).items).toEqual([]);
    await expect(village.as("Hank").connections.accept({ requestId })).rejects.toMatchObject(
      refusedAs("no-such-request"),
    );
  });

  test("is read by no visitor", async ({ village }) => {
    await expect(village.asVisitor().connections.received({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("the note of a request", () => {
  test("is needed between two who share nothing, at 20 characters", async ({ village }) => {
    await expect(ask(village, "Newcomer", "Hank", "Nineteen characters")).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: "note-needed",
    });
    expect(await ask(village, "Newcomer", "Hank", "Twenty characters ok")).toMatchObject({ state: "requested" });
  });

  test("may be empty where they share a connection", async ({ village }) => {
    expect(await ask(village, "Susan", "Priya", "")).toMatchObject({ state: "requested" });
  });

  test("holds 500 characters, counted as people count them, and not one more", async ({ village }) => {
    const long = "ü".repeat(499) + "\u{1F375}";
    await expect(ask(village, "Newcomer", "Hank", `${long}x`)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await ask(village, "Newcomer", "Hank", long);
    expect((await village.as("Hank").connections.received({})).items[0]?.note).toBe(long);
  });

  test("may hold one link and not two", async ({ village }) => {
    await expect(
      ask(village, "Newcomer", "Hank", "See https://a.example and www.b.example please"),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await ask(village, "Newcomer", "Hank", "Here is what I make: https://a.example")).toMatchObject({
      state: "requested",
    });
  });

  test("loses what no database can keep", async ({ village }) => {
    await ask(village, "Newcomer", "Hank", `A note with\u0000 a hole in it,\r\nand a second line`);
    expect((await village.as("Hank").connections.received({})).items[0]?.note).toBe(
      "A note with a hole in it,\nand a second line",
    );
  });
});

describe("a declined request", () => {
  test("still waits in the eyes of who sent it, in every list and on every button", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    const newcomer = village.as("Newcomer").connections;
    const [sentBefore, countsBefore, stateBefore, limitsBefore] = [
      await newcomer.sent({}),
      await newcomer.counts(),
      await stateOf(village, "Newcomer", "Hank"),
      await newcomer.limits(),
    ];
    await village.as("Hank").connections.decline({ requestId, because: "spam" });
    expect(await newcomer.sent({})).toEqual(sentBefore);
    expect(await newcomer.counts()).toEqual(countsBefore);
    expect(await stateOf(village, "Newcomer", "Hank")).toEqual(stateBefore);
    expect(await newcomer.limits()).toEqual(limitsBefore);
    expect(await ask(village, "Newcomer", "Hank")).toEqual({ state: "requested", requestId });
  });

  test("lies in the list of who declined it, and in nobody else's", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Hank").connections.decline({ requestId, because: "not-now" });
    expect((await village.as("Hank").connections.received({})).items).toEqual([]);
    expect((await village.as("Hank").connections.declined({})).items).toMatchObject([
      { id: requestId, because: "not-now", can: { accept: true, reopen: true, decline: false } },
    ]);
    expect((await village.as("Newcomer").connections.declined({})).items).toEqual([]);
  });

  test("can be accepted for 90 days, and then no more", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    village.later(5 * day);
    await village.as("Hank").connections.decline({ requestId });
    village.later(90 * day - 1);
    expect((await village.as("Hank").connections.declined({})).items).toHaveLength(1);
    village.later(1);
    expect((await village.as("Hank").connections.declined({})).items).toEqual([]);
    await expect(village.as("Hank").connections.accept({ requestId })).rejects.toMatchObject(
      refusedAs("no-such-request"),
    );
  });

  test("accepted after all makes the connection", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Hank").connections.decline({ requestId });
    await village.as("Hank").connections.accept({ requestId });
    expect(await stateOf(village, "Newcomer", "Hank")).toMatchObject({ is: "connected" });
    expect((await village.as("Newcomer").connections.sent({})).items).toMatchObject([{ state: "accepted" }]);
  });

  test("reopens when the decline is taken back", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Hank").connections.decline({ requestId, because: "unknown" });
    expect(await village.as("Hank").connections.reopen({ requestId })).toEqual({ state: "waiting" });
    expect((await village.as("Hank").connections.received({})).items.map(({ id }) => id)).toEqual([requestId]);
    expect((await village.as("Hank").connections.declined({})).items).toEqual([]);
  });

  test("can be taken back by who sent it, and is gone from the other's list", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Hank").connections.decline({ requestId });
    expect(await village.as("Newcomer").connections.withdraw({ requestId })).toEqual({ state: "withdrawn" });
    expect((await village.as("Hank").connections.declined({})).items).toEqual([]);
    expect(await stateOf(village, "Newcomer", "Hank")).toMatchObject({ is: "cannot", because: "ask-again-later" });
  });

  test("is answered by asking back", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Hank").connections.decline({ requestId });
    expect(await ask(village, "Hank", "Newcomer")).toEqual({ state: "connected" });
    expect((await village.as("Newcomer").connections.sent({})).items).toMatchObject([{ state: "accepted" }]);
  });

  test("ends for who sent it on the day an unanswered one would", async ({ village }) => {
    const declined = await askedBy(village, "Newcomer", "Hank");
    const unanswered = await askedBy(village, "Newcomer", "Seun");
    await village.as("Hank").connections.decline({ requestId: declined });
    village.later(90 * day);
    expect((await village.as("Newcomer").connections.sent({})).items).toEqual([]);
    const [one, other] = [await stateOf(village, "Newcomer", "Hank"), await stateOf(village, "Newcomer", "Seun")];
    expect(one).toEqual(other);
    expect(one).toMatchObject({ is: "cannot", because: "ask-again-later" });
    for (const requestId of [declined, unanswered])
      await expect(village.as("Newcomer").connections.withdraw({ requestId })).rejects.toMatchObject(
        refusedAs("no-such-request"),
      );
  });
});

describe("an accepted request", () => {
  test("waits again when the acceptance is taken back at once, and the connection is gone", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Hank").connections.accept({ requestId });
    await village.as("Hank").connections.reopen({ requestId });
    expect(await stateOf(village, "Newcomer", "Hank")).toMatchObject({ is: "requested", requestId });
    expect(await stateOf(village, "Hank", "Newcomer")).toMatchObject({ is: "asked-you", requestId, declined: false });
    expect(await village.db.$count(connections, eq(connections.memberId, village.person("Newcomer").id))).toBe(0);
  });

  test("stays accepted a minute later", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Hank").connections.accept({ requestId });
    village.later(undoFor);
    await expect(village.as("Hank").connections.reopen({ requestId })).rejects.toMatchObject(
      refusedAs("nothing-to-take-back"),
    );
  });

  test("cannot be withdrawn any more", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Hank").connections.accept({ requestId });
    await expect(village.as("Newcomer").connections.withdraw({ requestId })).rejects.toMatchObject(
      refusedAs("already-answered"),
    );
  });
});

describe("a withdrawn request", () => {
  test("is gone for both, and told as withdrawn so that its notification goes too", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Newcomer").connections.withdraw({ requestId });
    expect((await village.as("Hank").connections.received({})).items).toEqual([]);
    expect((await village.as("Newcomer").connections.sent({})).items).toEqual([]);
    const told = await village.db.select().from(events).where(eq(events.type, "connection.answered"));
    expect(told.map(({ fact }) => fact)).toMatchObject([{ requestId, answer: "withdrawn" }]);
    await expect(village.as("Hank").connections.accept({ requestId })).rejects.toMatchObject(
      refusedAs("no-such-request"),
    );
  });

  test("withdrawn twice is withdrawn once", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Newcomer").connections.withdraw({ requestId });
    expect(await village.as("Newcomer").connections.withdraw({ requestId })).toEqual({ state: "withdrawn" });
  });

  test("can be asked again after 21 days, three times in all, and the other may ask at any time", async ({
    village,
  }) => {
    for (let time = 1; time <= 3; time++) {
      const requestId = await askedBy(village, "Newcomer", "Hank");
      await village.as("Newcomer").connections.withdraw({ requestId });
      if (time === 3) break;
      village.later(21 * day - 1);
      await expect(ask(village, "Newcomer", "Hank")).rejects.toMatchObject({
        code: "TOO_MANY_REQUESTS",
        message: "ask-again-later",
      });
      village.later(1);
    }
    village.later(400 * day);
    await expect(ask(village, "Newcomer", "Hank")).rejects.toMatchObject(refusedAs("asked-enough"));
    expect(await ask(village, "Hank", "Newcomer")).toMatchObject({ state: "requested" });
  });

  test("says from when one may ask again, before and when it is refused", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Newcomer").connections.withdraw({ requestId });
    const again = "2026-01-22T12:00:00.000Z";
    expect(await stateOf(village, "Newcomer", "Hank")).toMatchObject({
      is: "cannot",
      because: "ask-again-later",
      particulars: { again },
    });
    await expect(ask(village, "Newcomer", "Hank")).rejects.toMatchObject({ cause: { particulars: { again } } });
  });
});

describe("an unanswered request", () => {
  test("ends after 90 days, before any job marked it", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    village.later(90 * day);
    expect((await village.as("Hank").connections.received({})).items).toEqual([]);
    await expect(village.as("Hank").connections.accept({ requestId })).rejects.toMatchObject(
      refusedAs("no-such-request"),
    );
    expect(await ask(village, "Hank", "Newcomer")).toMatchObject({ state: "requested" });
    const [old] = await village.db.select().from(connectionRequests).where(eq(connectionRequests.id, requestId));
    expect(old?.answer).toBe("expired");
  });

  test("can be sent again 21 days after it ended", async ({ village }) => {
    await askedBy(village, "Newcomer", "Hank");
    village.later(110 * day);
    await expect(ask(village, "Newcomer", "Hank")).rejects.toMatchObject(refusedAs("ask-again-later"));
    village.later(1 * day);
    expect(await ask(village, "Newcomer", "Hank")).toMatchObject({ state: "requested" });
  });
});

describe("the limits of asking", () => {
  test("are ten a day, counted before sending and refused with the instant the next may go", async ({ village }) => {
    const others = village.people.filter(
      ({ name, suspendedAt }) => name !== "Newcomer" && name !== "Hank" && !suspendedAt,
    );
    const newcomer = village.as("Newcomer").connections;
    for (const { id } of others.slice(0, 10)) {
      await newcomer.request({ to: { memberId: id }, how: "other", note: words });
      village.later(1);
    }
    expect(await newcomer.limits()).toMatchObject({ today: 10, dayMost: 10, nextAt: new Date("2026-01-02T12:00:00Z") });
    await expect(ask(village, "Newcomer", "Hank")).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
      message: "too-many-today",
      cause: { particulars: { next: "2026-01-02T12:00:00.000Z" } },
    });
    village.later(day - 10);
    expect(await ask(village, "Newcomer", "Hank")).toMatchObject({ state: "requested" });
  });

  test("are twenty waiting, and a withdrawn one makes room", async ({ village }) => {
    await village.as("Candy").settings.set({ key: "requests.open", value: 2 });
    const first = await askedBy(village, "Newcomer", "Hank");
    await ask(village, "Newcomer", "Seun");
    await expect(ask(village, "Newcomer", "Bert")).rejects.toMatchObject(refusedAs("too-many-open"));
    await village.as("Newcomer").connections.withdraw({ requestId: first });
    expect(await ask(village, "Newcomer", "Bert")).toMatchObject({ state: "requested" });
  });

  test("do not hold up an answer: asking back connects at once", async ({ village }) => {
    await village.as("Candy").settings.set({ key: "requests.day", value: 0 });
    await expect(ask(village, "Newcomer", "Hank")).rejects.toMatchObject(refusedAs("asking-is-off"));
    expect(await ask(village, "Candy", "Justin", "")).toEqual({ state: "connected" });
  });

  test("hold the size of a network on both sides", async ({ village }) => {
    const requestId = await askedBy(village, "Newcomer", "Hank");
    await village.as("Candy").settings.set({ key: "connections.most", value: 9 });
    await expect(ask(village, "Newcomer", "Candy")).rejects.toMatchObject(refusedAs("their-network-full"));
    await expect(ask(village, "Candy", "Newcomer")).rejects.toMatchObject(refusedAs("network-full"));
    await village.as("Hank").connections.accept({ requestId });
    const [justins] = (await village.as("Candy").connections.received({})).items;
    await expect(village.as("Candy").connections.accept({ requestId: justins?.id ?? "" })).rejects.toMatchObject(
      refusedAs("network-full"),
    );
  });
});

describe("many requests", () => {
  test("are answered with one press, each on its own", async ({ village }) => {
    const ids = [
      await askedBy(village, "Newcomer", "Hank"),
      await askedBy(village, "Seun", "Hank"),
      await askedBy(village, "Kofi", "Hank"),
    ];
    const [gone = ""] = ids;
    await village.as("Newcomer").connections.withdraw({ requestId: gone });
    expect(await village.as("Hank").connections.answer({ requestIds: ids, answer: "accept" })).toEqual({
      done: 2,
      refused: [{ requestId: gone, because: "no-such-request" }],
    });
    for (const name of ["Seun", "Kofi"] as const)
      expect(await stateOf(village, name, "Hank")).toMatchObject({ is: "connected" });
    expect(await stateOf(village, "Newcomer", "Hank")).toMatchObject({ is: "cannot" });
  });

  test("are at most 50 at once", async ({ village }) => {
    const requestIds = Array.from({ length: 51 }, () => village.person("Hank").id);
    await expect(village.as("Hank").connections.answer({ requestIds, answer: "decline" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("come in pages that neither skip nor repeat", async ({ village }) => {
    for (const name of ["Newcomer", "Seun", "Kofi"] as const) await ask(village, name, "Hank");
    const first = await village.as("Hank").connections.received({ limit: 2 });
    const second = await village.as("Hank").connections.received({ limit: 2, cursor: first.next ?? "" });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
    expect(second.next).toBeNull();
    await expect(village.as("Hank").connections.received({ cursor: "nonsense" })).rejects.toMatchObject(
      refusedAs("broken-cursor"),
    );
  });
});
