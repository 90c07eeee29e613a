import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { members } from "#/db/schema/members";
import { browser, letterTo } from "#/server/testing/browser";
import { ownVillage } from "#/server/testing/village";
import { becomeOwner } from "./commands";
import { ownerLink } from "./first-owner";

const password = "notes upon the memoir";
let village: Awaited<ReturnType<typeof ownVillage>>;
beforeAll(async () => {
  village = await ownVillage();
});
afterAll(() => village.close());

/** Two people do the same at the same moment, each over a connection of their own. */
async function both<Answer>(work: (index: number) => Promise<Answer>) {
  const answers = await Promise.allSettled([work(1), work(2)]);
  return {
    done: answers.filter(({ status }) => status === "fulfilled").length,
    because: answers.flatMap((it) => (it.status === "rejected" ? [String((it.reason as Error).message)] : [])),
  };
}

describe("two at the same moment", () => {
  test("cannot both join with one handle", async () => {
    const join = async (index: number) =>
      (await browser(village).api()).identities.join({
        name: "A",
        handle: "twin-a",
        mail: `a${index}@twin.example`,
        password,
      });
    expect(await both(join)).toEqual({ done: 1, because: ["handle-taken"] });
  });

  test("cannot both join with handles that look the same", async () => {
    const join = async (index: number) =>
      (await browser(village).api()).identities.join({
        name: "A",
        handle: index === 1 ? "twin-o" : "twin_0",
        mail: `o${index}@twin.example`,
        password,
      });
    expect(await both(join)).toEqual({ done: 1, because: ["handle-taken"] });
  });

  test("cannot both join with one mail address", async () => {
    const join = async (index: number) =>
      (await browser(village).api()).identities.join({
        name: "B",
        handle: `twin-${index}${index}`,
        mail: "b@twin.example",
        password,
      });
    expect(await both(join)).toEqual({ done: 1, because: ["mail-taken"] });
  });

  test("cannot both come in by one link", async () => {
    await (await browser(village).api()).identities.askLink({ mail: "justin@village.example" });
    const token = (await letterTo(village.db, "justin@village.example"))?.token ?? "";
    const enter = async () => (await browser(village).api()).identities.enterByLink({ token });
    expect(await both(enter)).toEqual({ done: 1, because: ["link-gone"] });
  });

  test("cannot both step down, so that an owner stays", async () => {
    await village.db.update(members).set({ role: "owner" }).where(sql`handle in ('candy', 'shawn')`);
    const owners = { 1: "Candy", 2: "Shawn" } as const;
    const stepDown = (index: number) => {
      const name = index === 1 ? owners[1] : owners[2];
      const viewer = { ...village.person(name), role: "owner" as const };
      return import("#/server/api/root").then(({ createCaller }) =>
        createCaller({ ...village.context(name), viewer }).members.changeRole({ memberId: viewer.id, role: "member" }),
      );
    };
    expect(await both(stepDown)).toEqual({ done: 1, because: ["last-owner"] });
  });
});

describe("an empty site", () => {
  test("gets one owner, by the link printed last, and a name", async () => {
    const empty = await ownVillage();
    try {
      await empty.db.execute(sql`truncate members cascade`);
      const visitor = empty.context(null);
      const first = (await ownerLink(visitor))?.split("/").at(-1) ?? "";
      const token = (await ownerLink(visitor))?.split("/").at(-1) ?? "";
      const here = browser(empty);
      const api = await here.api();
      expect(await api.identities.ownerLink({ token: first })).toBe("over");
      expect(await api.identities.ownerLink({ token })).toBe("open");
      const make = async (index: number) =>
        becomeOwner(await browser(empty).requesting(), {
          token,
          title: "The Margins",
          name: "Ada",
          handle: `ada-${index}`,
          mail: `ada${index}@engine.example`,
          password,
        });
      expect(await both(make)).toMatchObject({ done: 1, because: [expect.stringMatching(/owner-is-here/)] });
      expect(await api.settings.site()).toMatchObject({ title: "The Margins" });
      expect(await api.identities.ownerLink({ token })).toBe("taken");
      expect(await ownerLink(visitor)).toBeNull();
    } finally {
      await empty.close();
    }
  });
});
