import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { blocks } from "#/db/schema/connections";
import { restingHandles } from "#/db/schema/members";
import { events } from "#/db/schema/site";
import { test, type Village } from "#/server/testing/village";
import { can } from "./policy";
import { wakeHandles } from "./resting";

const toldBy = async ({ db }: Village, type: string) => db.select().from(events).where(eq(events.type, type));

describe("who may suspend whom", () => {
  test("a moderator members, an owner everybody but themselves, a member nobody", ({ village }) => {
    const [candy, shawn, dilys, justin] = (["Candy", "Shawn", "Dilys Prydderch", "Justin"] as const).map(
      village.person,
    );
    const answers = [candy, shawn, justin, undefined].map((viewer) =>
      [candy, shawn, dilys, justin].map((it) => {
        const answer = can(viewer ?? null, "suspend", it ?? village.person("Justin"));
        return answer.ok ? "yes" : answer.because;
      }),
    );
    expect(answers).toEqual([
      ["not-yourself", "yes", "yes", "yes"],
      ["not-your-rank", "not-yourself", "not-your-rank", "yes"],
      ["moderators-only", "moderators-only", "moderators-only", "moderators-only"],
      ["moderators-only", "moderators-only", "moderators-only", "moderators-only"],
    ]);
  });
});

describe("a member", () => {
  test("is seen by everybody without mail or the reason of a suspension", async ({ village }) => {
    const trent = await village.asVisitor().members.byHandle({ handle: "Trent" });
    expect(trent).toMatchObject({ name: "Trent", suspended: true, can: { suspend: false, edit: false } });
    expect(JSON.stringify(trent)).not.toMatch(/village\.example|Sold/);
    await expect(village.asVisitor().members.byHandle({ handle: "nobody" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("is nowhere for those they have blocked, and there to be unblocked for whoever blocked them", async ({
    village,
  }) => {
    const [candy, justin] = [village.as("Candy"), village.as("Justin")];
    await candy.connections.block({ person: { handle: "justin" } });
    await expect(justin.members.byHandle({ handle: "candy" })).rejects.toMatchObject({ message: "no-such-member" });
    expect(await candy.members.byHandle({ handle: "justin" })).toMatchObject({ name: "Justin" });
    await candy.connections.unblock({ person: { handle: "justin" } });
    expect(await justin.members.byHandle({ handle: "candy" })).toMatchObject({ name: "Candy" });
    const blocked = new Set(
      (await village.db.select().from(blocks)).map(({ memberId, blockedId }) => `${memberId} ${blockedId}`),
    );
    for (const viewer of village.people)
      for (const person of village.people) {
        const asked = village.as(viewer.name as "Candy").members.byHandle({ handle: person.handle });
        expect(
          await asked.then(
            () => true,
            () => false,
          ),
        ).toBe(!blocked.has(`${person.id} ${viewer.id}`));
      }
  });

  test("changes what they say of themselves, and the pages that show it are told", async ({ village }) => {
    await village.as("Hank").members.changeProfile({ name: " Hank  Stone ", bio: "Gravel.\r\nSand.", site: "" });
    expect(await village.asVisitor().members.byHandle({ handle: "hank" })).toMatchObject({
      name: "Hank Stone",
      bio: "Gravel.\nSand.",
      site: null,
    });
    expect((await toldBy(village, "member.changed")).at(-1)?.fact).toEqual({ memberId: village.person("Hank").id });
  });

  test("takes another handle three times in 30 days, never one that is taken or kept", async ({ village }) => {
    const take = (handle: string) => village.as("Hank").members.changeHandle({ handle });
    await expect(take("bert")).rejects.toThrow("handle-taken");
    await expect(take("b3rt")).rejects.toThrow("handle-taken");
    await expect(take("support")).rejects.toThrow("handle-kept");
    await take("gravel");
    await take("pebble");
    await take("boulder");
    await expect(take("scree")).rejects.toThrow("handle-too-soon");
    village.later(30 * 24 * 60 * 60_000);
    await take("scree");
  });

  test("leaves a handle that nobody else can take for 90 days, nor one like it", async ({ village }) => {
    const take = (name: "Hank" | "Bert", handle: string) => village.as(name).members.changeHandle({ handle });
    await take("Hank", "boulder");
    await expect(take("Bert", "hank")).rejects.toThrow("handle-taken");
    await village.again("Hank");
    await take("Hank", "hank");
    await take("Hank", "pebble");
    village.later(89 * 24 * 60 * 60_000);
    await expect(take("Bert", "h4nk")).rejects.toThrow("handle-taken");
    village.later(2 * 24 * 60 * 60_000);
    await wakeHandles(village.context(null));
    expect(await village.db.select().from(restingHandles)).toEqual([]);
    expect(await take("Bert", "hank")).toEqual({ handle: "hank" });
  });

  test("is suspended with a reason, once, and restored; a log can be made of it", async ({ village }) => {
    const hank = { memberId: village.person("Hank").id };
    await village.as("Shawn").members.suspend({ ...hank, reason: "Sand in the gears." });
    await expect(village.as("Candy").members.suspend({ ...hank, reason: "Again." })).rejects.toMatchObject({
      message: "already-suspended",
      code: "CONFLICT",
    });
    expect((await village.again("Hank"))?.suspendedBecause).toBe("Sand in the gears.");
    await village.as("Shawn").members.restore(hank);
    expect(await village.again("Hank")).toMatchObject({ suspendedAt: null, suspendedBecause: null });
    const byId = village.person("Shawn").id;
    expect((await toldBy(village, "member.suspended")).at(-1)?.fact).toEqual({ ...hank, byId });
    expect((await toldBy(village, "member.restored")).at(-1)?.fact).toEqual({ ...hank, byId });
  });

  test("cannot suspend, restore or promote", async ({ village }) => {
    const hank = { memberId: village.person("Hank").id };
    await expect(village.as("Justin").members.suspend({ ...hank, reason: "x" })).rejects.toThrow("moderators-only");
    await expect(village.as("Shawn").members.changeRole({ ...hank, role: "owner" })).rejects.toThrow("owners-only");
    await expect(village.asVisitor().members.changeProfile({ name: "x", bio: "", site: "" })).rejects.toThrow(
      "sign-in-first",
    );
  });

  test("is made a moderator by the owner, who cannot leave the site without one", async ({ village }) => {
    const [candy, hank] = [village.person("Candy").id, village.person("Hank").id];
    await expect(village.as("Candy").members.changeRole({ memberId: candy, role: "member" })).rejects.toThrow(
      "last-owner",
    );
    await village.as("Candy").members.changeRole({ memberId: hank, role: "owner" });
    await village.as("Candy").members.changeRole({ memberId: candy, role: "member" });
    expect((await village.again("Candy"))?.role).toBe("member");
  });
});
