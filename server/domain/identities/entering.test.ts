import { describe, expect } from "vitest";
import { identities, oneTimeLinks, sessions } from "#/db/schema/identities";
import { members } from "#/db/schema/members";
import { browser, letterTo } from "#/server/testing/browser";
import { test } from "#/server/testing/village";
import { hashOf } from "./token";

const ada = { name: "Ada", handle: "ada-lovelace", mail: "ada@engine.example", password: "notes upon the memoir" };
const minute = 60_000;

describe("somebody new", () => {
  test("joins with a password, is inside, and is asked to prove the mail address", async ({ village }) => {
    const here = browser(village);
    await (await here.api()).identities.join(ada);
    expect(await here.who()).toBe("ada-lovelace");
    expect(await (await here.api()).members.me()).toMatchObject({ mail: ada.mail, mailProven: false, role: "member" });

    const letter = await letterTo(village.db, ada.mail);
    await (await here.api()).identities.proveMail({ token: letter?.token ?? "" });
    expect(await (await here.api()).members.me()).toMatchObject({ mailProven: true });
  });

  test("waits for a site that has no owner yet", async ({ village }) => {
    await village.db.update(members).set({ role: "member" });
    const api = await browser(village).api();
    await expect(api.identities.join(ada)).rejects.toThrow("not-open");
    expect(await api.identities.waysIn()).toMatchObject({ joinOpen: false });
  });

  test("keeps only hashes: neither password nor token stands in a table", async ({ village }) => {
    const here = browser(village);
    await (await here.api()).identities.join(ada);
    const rows = JSON.stringify([
      await village.db.select().from(identities),
      await village.db.select().from(sessions),
      await village.db.select().from(oneTimeLinks),
    ]);
    const { token } = (await letterTo(village.db, ada.mail)) ?? {};
    expect(rows).toContain(hashOf(here.kept.token ?? ""));
    expect(rows).toContain(hashOf(token ?? ""));
    for (const secret of [ada.password, here.kept.token, token]) expect(rows).not.toContain(secret);
  });

  test.for<[string, Partial<typeof ada>]>([
    ["handle-taken", { handle: "candy" }],
    ["handle-taken", { handle: "can-dy" }],
    ["handle-kept", { handle: "adm1n" }],
    ["mail-taken", { mail: "CANDY@village.example" }],
    ["password-too-plain", { password: "ada-lovelace" }],
    ["password-too-plain", { password: "Ada@engine.example" }],
  ])("is refused (%s) with %j", async ([because, but], { village }) => {
    const here = browser(village);
    await expect((await here.api()).identities.join({ ...ada, ...but })).rejects.toThrow(because);
    expect(await here.who()).toBeNull();
  });

  test("hears that a short password is short, and may bring a very long one", async ({ village }) => {
    const api = await browser(village).api();
    await expect(api.identities.join({ ...ada, password: "123456789" })).rejects.toThrow("at least 10");
    await expect(api.identities.join({ ...ada, password: "ä".repeat(1001) })).rejects.toThrow("at most 1,000");
    await api.identities.join({ ...ada, password: "many a slip ".repeat(83) });
  });

  test("cannot join where the owner closed the site", async ({ village }) => {
    await village.as("Candy").settings.set({ key: "join.open", value: false });
    const here = browser(village);
    await expect((await here.api()).identities.join(ada)).rejects.toThrow("not-open");
    await (await here.api()).identities.askLink({ mail: ada.mail });
    expect(await letterTo(village.db, ada.mail)).toBeNull();
  });

  test("waits after ten others joined from the same address within the hour", async ({ village }) => {
    await village.as("Candy").settings.set({ key: "sign-up.address-hour", value: 1 });
    await (await browser(village).api()).identities.join(ada);
    const second = { ...ada, handle: "grace", mail: "grace@navy.example" };
    await expect((await browser(village).api()).identities.join(second)).rejects.toThrow("too-many-joined");
    await (await browser(village, { address: "192.0.2.8" }).api()).identities.join(second);
  });
});

describe("a member with a password", () => {
  test.for(["ada-lovelace", "ADA-Lovelace", "@ada-lovelace", " Ada@Engine.example "])(
    "comes in as %j",
    async (who, { village }) => {
      await (await browser(village).api()).identities.join(ada);
      const there = browser(village);
      await (await there.api()).identities.enter({ who, password: ada.password });
      expect(await there.who()).toBe("ada-lovelace");
    },
  );

  test("hears the same for a wrong password as for a name nobody has", async ({ village }) => {
    await (await browser(village).api()).identities.join(ada);
    const api = await browser(village).api();
    const tries = [
      { who: ada.handle, password: "not this one" },
      { who: "nobody-at-all", password: ada.password },
      { who: "candy", password: ada.password },
    ];
    for (const entry of tries) {
      await expect(api.identities.enter(entry)).rejects.toMatchObject({ message: "not-let-in", code: "FORBIDDEN" });
    }
  });

  test("gets another token at every entry, and the one before it ends", async ({ village }) => {
    const here = browser(village);
    await (await here.api()).identities.join(ada);
    const before = here.kept.token;
    await (await here.api()).identities.enter({ who: ada.handle, password: ada.password });
    expect(here.kept.token).not.toBe(before);
    here.kept.token = before;
    expect(await here.who()).toBeNull();
  });

  test("is not let in after ten wrong tries, whoever tries, until a quarter of an hour is over", async ({
    village,
  }) => {
    await (await browser(village).api()).identities.join(ada);
    for (let time = 0; time < 10; time += 1) {
      const api = await browser(village, { address: `198.51.100.${time}` }).api();
      await expect(api.identities.enter({ who: ada.handle, password: "wrong again" })).rejects.toThrow("not-let-in");
    }
    const here = browser(village);
    const right = { who: ada.handle, password: ada.password };
    await expect((await here.api()).identities.enter(right)).rejects.toMatchObject({
      message: "too-many-tries",
      code: "TOO_MANY_REQUESTS",
      cause: { particulars: { minutes: 15 } },
    });
    village.later(15 * minute);
    await (await here.api()).identities.enter(right);
    expect(await here.who()).toBe(ada.handle);
  });

  test("is not kept out by whoever knows the handle alone, who learns nothing of the mail by it", async ({
    village,
  }) => {
    await (await browser(village).api()).identities.join(ada);
    const stranger = await browser(village, { address: "198.51.100.1" }).api();
    const tried = (who: string) => stranger.identities.enter({ who, password: "wrong again" });
    for (let time = 0; time < 10; time += 1) await expect(tried(ada.handle)).rejects.toThrow("not-let-in");
    await expect(tried(ada.handle)).rejects.toThrow("too-many-tries");
    await expect(tried(ada.mail)).rejects.toThrow("not-let-in");
    const here = browser(village);
    await (await here.api()).identities.enter({ who: ada.mail, password: ada.password });
    expect(await here.who()).toBe(ada.handle);
  });

  test("wipes out wrong tries by a right one", async ({ village }) => {
    const here = browser(village);
    await (await here.api()).identities.join(ada);
    for (let time = 0; time < 14; time += 1) {
      const password = time % 5 === 4 ? ada.password : "wrong again";
      await (await here.api()).identities.enter({ who: ada.handle, password }).catch(() => undefined);
    }
    await (await here.api()).identities.enter({ who: ada.handle, password: ada.password });
  });

  test("who is suspended is told why, but only with the right password", async ({ village }) => {
    const here = browser(village);
    await (await here.api()).identities.join(ada);
    const { id: memberId } = await (await here.api()).members.me();
    await village.as("Shawn").members.suspend({ memberId, reason: "Sold engines." });
    expect(await here.who()).toBeNull();
    const again = async (password: string) => (await here.api()).identities.enter({ who: ada.handle, password });
    await expect(again("wrong again")).rejects.toThrow("not-let-in");
    await expect(again(ada.password)).rejects.toMatchObject({
      cause: { because: "suspended", particulars: { reason: "Sold engines." } },
    });
    await village.as("Shawn").members.restore({ memberId });
    expect(await here.who()).toBeNull();
    await again(ada.password);
    expect(await here.who()).toBe(ada.handle);
  });
});

describe("a mailed link", () => {
  test("lets a member in once", async ({ village }) => {
    const here = browser(village);
    await (await here.api()).identities.askLink({ mail: "justin@village.example", to: "/requests" });
    const letter = await letterTo(village.db, "justin@village.example");
    const token = letter?.token ?? "";
    expect(letter?.text).toContain("to=%2Frequests");
    const look = { token };
    expect(await (await here.api()).identities.mailedLink(look)).toEqual({ mail: "justin@village.example" });
    expect(await (await here.api()).identities.enterByLink({ token })).toEqual({ isNew: false });
    expect(await here.who()).toBe("justin");
    expect(await (await here.api()).identities.mailedLink(look)).toBeNull();
    await expect((await browser(village).api()).identities.enterByLink({ token })).rejects.toThrow("link-gone");
  });

  test("makes a member of somebody new, with a handle to begin with", async ({ village }) => {
    const here = browser(village);
    await (await here.api()).identities.askLink({ mail: ada.mail });
    const token = (await letterTo(village.db, ada.mail))?.token ?? "";
    expect(await (await here.api()).identities.enterByLink({ token })).toEqual({ isNew: true });
    expect(await (await here.api()).members.me()).toMatchObject({ handle: "ada", mail: ada.mail, mailProven: true });
    await (await here.api()).members.settleIn({ name: "Ada Lovelace", handle: "countess" });
    expect(await here.who()).toBe("countess");
  });

  test("to an address that a moderator only mistyped does not hand over the moderator", async ({ village }) => {
    const here = browser(village);
    await (await here.api()).identities.join(ada);
    const { id: memberId } = await (await here.api()).members.me();
    await village.as("Candy").members.changeRole({ memberId, role: "moderator" });

    const stranger = browser(village);
    await (await stranger.api()).identities.askLink({ mail: ada.mail });
    const token = (await letterTo(village.db, ada.mail))?.token ?? "";
    expect(await (await stranger.api()).identities.enterByLink({ token })).toEqual({ isNew: true });
    expect(await (await stranger.api()).members.me()).toMatchObject({ role: "member", mail: ada.mail });
    expect(await (await here.api()).members.me()).toMatchObject({ handle: ada.handle, role: "moderator", mail: null });
  });

  test("runs out after 15 minutes, and not because somebody asked for another", async ({ village }) => {
    const api = await browser(village).api();
    const ask = async () => {
      await api.identities.askLink({ mail: "justin@village.example" });
      return (await letterTo(village.db, "justin@village.example"))?.token ?? "";
    };
    const first = await ask();
    village.later(minute);
    const second = await ask();
    expect(second).not.toBe(first);
    await api.identities.enterByLink({ token: first });
    await expect(api.identities.enterByLink({ token: second })).rejects.toThrow("link-gone");
    const third = await ask();
    village.later(15 * minute);
    await expect(api.identities.enterByLink({ token: third })).rejects.toThrow("link-gone");
  });

  test("into an account whose address nobody had proven shuts out whoever made it", async ({ village }) => {
    const squatter = browser(village);
    await (await squatter.api()).identities.join(ada);
    const owner = browser(village);
    await (await owner.api()).identities.askLink({ mail: ada.mail });
    village.later(minute);
    await (await owner.api()).identities.askLink({ mail: ada.mail });
    const token = (await letterTo(village.db, ada.mail))?.token ?? "";
    await (await owner.api()).identities.enterByLink({ token });
    expect(await owner.who()).toBe(ada.handle);
    expect(await squatter.who()).toBeNull();
    const back = (await squatter.api()).identities.enter({ who: ada.handle, password: ada.password });
    await expect(back).rejects.toThrow("not-let-in");
  });

  test("is mailed five times an hour to one address, and then no more", async ({ village }) => {
    const api = await browser(village).api();
    for (let time = 0; time < 5; time += 1) await api.identities.askLink({ mail: "justin@village.example" });
    await expect(api.identities.askLink({ mail: "Justin@village.example" })).rejects.toMatchObject({
      cause: { because: "too-many-mails", particulars: { minutes: 60 } },
    });
  });

  test("does not let a suspended member in", async ({ village }) => {
    const api = await browser(village).api();
    await api.identities.askLink({ mail: "trent@village.example" });
    const token = (await letterTo(village.db, "trent@village.example"))?.token ?? "";
    await expect(api.identities.enterByLink({ token })).rejects.toThrow("suspended");
  });
});

describe("a session", () => {
  test("ends after 60 days in which nobody saw it", async ({ village }) => {
    const here = browser(village);
    await (await here.api()).identities.join(ada);
    village.later(59 * 24 * 60 * minute);
    expect(await here.who()).toBe(ada.handle);
    village.later(2 * 24 * 60 * minute);
    expect(await here.who()).toBeNull();
  });
});
