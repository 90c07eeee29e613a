import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { connections } from "#/db/schema/connections";
import type { Name } from "#/db/seed/village";
import { test, type Village } from "#/server/testing/village";
import { day, undoFor } from "./terms";

const the = (village: Village, name: Name) => ({ person: { handle: village.person(name).handle } });
const stateOf = async (village: Village, viewer: Name, other: Name) =>
  (await village.as(viewer).connections.standing({ handle: village.person(other).handle })).state;

describe("ending a connection", () => {
  test("takes it away on both sides, and again is no mistake", async ({ village }) => {
    const candy = village.as("Candy").connections;
    await candy.end(the(village, "Shawn"));
    expect(await candy.end(the(village, "Shawn"))).toEqual({ state: "none" });
    expect(await stateOf(village, "Shawn", "Candy")).toEqual({ is: "none" });
    expect(
      (await village.as("Shawn").connections.network({ limit: 100 })).items.map(({ member }) => member.name),
    ).not.toContain("Candy");
  });

  test("is taken back with its first day, by who ended it, within a minute", async ({ village }) => {
    const before = await stateOf(village, "Candy", "Shawn");
    await village.as("Candy").connections.end(the(village, "Shawn"));
    village.later(undoFor - 1);
    expect(await village.as("Candy").connections.restore(the(village, "Shawn"))).toEqual({ state: "connected" });
    expect(await stateOf(village, "Candy", "Shawn")).toEqual(before);
    expect(await stateOf(village, "Shawn", "Candy")).toEqual(before);
  });

  test("is not taken back later, nor by the other, nor after something happened", async ({ village }) => {
    const late = { message: "nothing-to-take-back" };
    const [candy, shawn] = [village.as("Candy").connections, village.as("Shawn").connections];
    await candy.end(the(village, "Shawn"));
    await expect(shawn.restore(the(village, "Candy"))).rejects.toMatchObject(late);
    village.later(1);
    await shawn.request({ to: { handle: "candy" }, how: "work", note: "Was that on purpose?" });
    await expect(candy.restore(the(village, "Shawn"))).rejects.toMatchObject(late);

    await candy.end(the(village, "Susan"));
    village.later(undoFor);
    await expect(candy.restore(the(village, "Susan"))).rejects.toMatchObject(late);
  });

  test("leaves room to ask again at once", async ({ village }) => {
    await village.as("Candy").connections.end(the(village, "Shawn"));
    const asked = await village.as("Candy").connections.request({ to: { handle: "shawn" }, how: "work", note: "" });
    expect(asked.state).toBe("requested");
  });
});

describe("a block", () => {
  test("ends the connection, and neither is anywhere for the other", async ({ village }) => {
    await village.as("Candy").connections.block(the(village, "Shawn"));
    await expect(stateOf(village, "Shawn", "Candy")).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "no-such-member",
    });
    expect(await stateOf(village, "Candy", "Shawn")).toEqual({ is: "blocked-by-me" });
    expect(await village.db.$count(connections, eq(connections.memberId, village.person("Shawn").id))).toBe(
      (await village.as("Shawn").connections.network({ limit: 100 })).items.length,
    );
  });

  test("settles the requests between the two, both ways", async ({ village }) => {
    await village.as("Candy").connections.block(the(village, "Justin"));
    expect((await village.as("Candy").connections.received({})).items.map(({ from }) => from.name)).not.toContain(
      "Justin",
    );
    expect((await village.as("Candy").connections.declined({})).items.map(({ from }) => from.name)).not.toContain(
      "Justin",
    );
    expect((await village.as("Justin").connections.sent({})).items.map(({ to }) => to.name)).not.toContain("Candy");

    await village.as("Susan").connections.block(the(village, "Justin"));
    expect((await village.as("Justin").connections.received({})).items.map(({ from }) => from.name)).not.toContain(
      "Susan",
    );
    expect((await village.as("Susan").connections.sent({})).items.map(({ to }) => to.name)).not.toContain("Justin");
  });

  test("keeps either from asking: one is told it is their own block, the other finds nobody", async ({ village }) => {
    const words = "I would like to know you.";
    await village.as("Candy").connections.block(the(village, "Newcomer"));
    await expect(
      village.as("Newcomer").connections.request({ to: { handle: "candy" }, how: "other", note: words }),
    ).rejects.toMatchObject({ message: "no-such-member" });
    await expect(
      village.as("Candy").connections.request({ to: { handle: "newcomer" }, how: "other", note: words }),
    ).rejects.toMatchObject({ message: "blocked-by-you" });
  });

  test("is known to who made it, and lifted by nobody else", async ({ village }) => {
    expect((await village.as("Marguerite").connections.blocked({})).items.map(({ member }) => member.name)).toEqual([
      "Bert",
    ]);
    expect((await village.as("Bert").connections.blocked({})).items).toEqual([]);
    await expect(village.as("Bert").connections.unblock(the(village, "Marguerite"))).rejects.toMatchObject({
      message: "no-such-member",
    });
    await village.as("Marguerite").connections.unblock(the(village, "Bert"));
    expect((await village.as("Marguerite").connections.blocked({})).items).toEqual([]);
    expect(await stateOf(village, "Bert", "Marguerite")).toMatchObject({ is: "none" });
  });

  test("lifted at once can bring the connection back", async ({ village }) => {
    const before = await stateOf(village, "Candy", "Shawn");
    const candy = village.as("Candy").connections;
    await candy.block(the(village, "Shawn"));
    await expect(candy.restore(the(village, "Shawn"))).rejects.toMatchObject({ message: "nothing-to-take-back" });
    await candy.unblock(the(village, "Shawn"));
    await candy.restore(the(village, "Shawn"));
    expect(await stateOf(village, "Candy", "Shawn")).toEqual(before);
  });

  test("leaves a lifted request waiting in the eyes of who sent it", async ({ village }) => {
    const before = (await village.as("Justin").connections.sent({})).items;
    await village.as("Candy").connections.block(the(village, "Justin"));
    await village.as("Candy").connections.unblock(the(village, "Justin"));
    expect((await village.as("Justin").connections.sent({})).items).toEqual(before);
    expect((await village.as("Candy").connections.declined({})).items.map(({ from }) => from.name)).toEqual(["Justin"]);
  });

  test("cannot be of oneself", async ({ village }) => {
    await expect(village.as("Candy").connections.block(the(village, "Candy"))).rejects.toMatchObject({
      message: "that-is-you",
    });
  });
});

describe("a mute", () => {
  test("is in the list of who made it, and changes nothing for the other", async ({ village }) => {
    const before = await village.as("Shawn").connections.standing({ handle: "candy" });
    await village.as("Candy").connections.mute(the(village, "Shawn"));
    expect((await village.as("Candy").connections.muted({})).items.map(({ member }) => member.name)).toEqual(["Shawn"]);
    expect((await village.as("Candy").connections.standing({ handle: "shawn" })).muted).toBe(true);
    expect(await village.as("Shawn").connections.standing({ handle: "candy" })).toEqual(before);
    await village.as("Candy").connections.unmute(the(village, "Shawn"));
    expect((await village.as("Candy").connections.muted({})).items).toEqual([]);
  });

  test("for some days is over after them", async ({ village }) => {
    await village.as("Candy").connections.mute({ ...the(village, "Shawn"), days: 7 });
    village.later(7 * day);
    expect((await village.as("Candy").connections.muted({})).items).toEqual([]);
    expect((await village.as("Candy").connections.standing({ handle: "shawn" })).muted).toBe(false);
  });
});
