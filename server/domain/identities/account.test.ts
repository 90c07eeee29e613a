import { describe, expect } from "vitest";
import { browser, letterTo } from "#/server/testing/browser";
import { test, type Village } from "#/server/testing/village";
import { admitVouched, joinVouched, keepAccount } from "./commands/provider";
import { ownerLink } from "./first-owner";

const ada = { name: "Ada", handle: "ada-lovelace", mail: "ada@engine.example", password: "notes upon the memoir" };
const other = "another kettle of fish";

async function joined(village: Village) {
  const here = browser(village, { agent: "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0" });
  await (await here.api()).identities.join(ada);
  return here;
}

async function alsoThere(village: Village, password = ada.password) {
  const there = browser(village);
  await (await there.api()).identities.enter({ who: ada.handle, password });
  return there;
}

describe("one's sessions", () => {
  test("are listed in plain words, and each can be ended", async ({ village }) => {
    const here = await joined(village);
    village.later(1000);
    const there = await alsoThere(village);
    const list = await (await here.api()).identities.sessions();
    expect(list.map(({ agent, isThis }) => ({ agent, isThis }))).toEqual([
      { agent: "A browser that does not say its name", isThis: false },
      { agent: "Firefox on Windows", isThis: true },
    ]);
    await (await here.api()).identities.endSession({ sessionId: list[0]?.id ?? "" });
    expect([await here.who(), await there.who()]).toEqual([ada.handle, null]);
  });

  test("of somebody else cannot be ended", async ({ village }) => {
    const here = await joined(village);
    const [mine] = await (await here.api()).identities.sessions();
    const justin = village.as("Justin").identities.endSession({ sessionId: mine?.id ?? "" });
    await expect(justin).rejects.toThrow("no-such-session");
    expect(await here.who()).toBe(ada.handle);
  });

  test("end all but this one, or this one by signing out", async ({ village }) => {
    const here = await joined(village);
    const there = await alsoThere(village);
    await (await here.api()).identities.endOtherSessions();
    expect([await here.who(), await there.who()]).toEqual([ada.handle, null]);
    const { token } = here.kept;
    await (await here.api()).identities.signOut();
    expect(here.kept.token).toBeNull();
    here.kept.token = token;
    expect(await here.who()).toBeNull();
  });
});

describe("another password", () => {
  test("needs the present one, and shuts everybody else out at once", async ({ village }) => {
    const here = await joined(village);
    const there = await alsoThere(village);
    const change = async (old: string) => (await here.api()).identities.changePassword({ old, password: other });
    await expect(change("not this one")).rejects.toThrow("password-wrong");
    await change(ada.password);
    expect([await here.who(), await there.who()]).toEqual([ada.handle, null]);
    await expect(alsoThere(village)).rejects.toThrow("not-let-in");
    await alsoThere(village, other);
  });

  test("may be set without the forgotten one in the hour after coming in by a mailed link", async ({ village }) => {
    await joined(village);
    const here = browser(village);
    await (await here.api()).identities.askLink({ mail: "justin@village.example" });
    const token = (await letterTo(village.db, "justin@village.example"))?.token ?? "";
    await (await here.api()).identities.enterByLink({ token });
    await (await here.api()).identities.changePassword({ password: other });
    await (await here.api()).identities.changePassword({ password: `${other} again` });
    village.later(61 * 60_000);
    await expect((await here.api()).identities.changePassword({ password: other })).rejects.toThrow("password-wrong");
  });
});

describe("another mail address", () => {
  test("counts once the letter sent there was answered, and the old address is told", async ({ village }) => {
    const here = await joined(village);
    const first = (await letterTo(village.db, ada.mail))?.token ?? "";
    await (await here.api()).identities.proveMail({ token: first });
    village.later(1000);
    const change = { mail: "countess@engine.example", password: ada.password };
    await (await here.api()).identities.askMailChange(change);
    expect(await (await here.api()).members.me()).toMatchObject({ mail: ada.mail });
    const token = (await letterTo(village.db, change.mail))?.token ?? "";
    await expect(village.as("Justin").identities.proveMail({ token })).rejects.toThrow("link-not-yours");
    village.later(1000);
    expect(await (await here.api()).identities.proveMail({ token })).toEqual({ mail: change.mail });
    expect((await letterTo(village.db, ada.mail))?.text).toContain(change.mail);
    await expect((await here.api()).identities.proveMail({ token })).rejects.toThrow("link-gone");
  });

  test("of another member is refused when it comes to proving it, and one only claimed is taken over", async ({
    village,
  }) => {
    const here = await joined(village);
    const take = async (mail: string) => {
      village.later(1000);
      await (await here.api()).identities.askMailChange({ mail, password: ada.password });
      return (await here.api()).identities.proveMail({ token: (await letterTo(village.db, mail))?.token ?? "" });
    };
    await expect(take("candy@village.example")).rejects.toThrow("mail-taken");
    const squatter = browser(village);
    await (await squatter.api()).identities.join({ ...ada, handle: "grace", mail: "real@engine.example" });
    await take("real@engine.example");
    expect(await (await squatter.api()).members.me()).toMatchObject({ handle: "grace", mail: null });
  });
});

describe("an account at a provider", () => {
  const account = { provider: "oidc", subject: "sub-1" };

  test("is tied to the member whose address both sides have proven", async ({ village }) => {
    const here = await browser(village).requesting();
    await admitVouched(here, { ...account, name: "J", mail: "justin@village.example" });
    await expect(keepAccount(here, village.person("Candy").id, account)).rejects.toMatchObject({
      because: "account-of-another",
    });
  });

  test("makes a new member where the address was only claimed here, and takes it from who claimed it", async ({
    village,
  }) => {
    const squatter = await joined(village);
    const here = await browser(village).requesting();
    await admitVouched(here, { ...account, name: "Ada King", mail: ada.mail });
    const member = await joinVouched(here, { name: "Ada King", mail: ada.mail });
    await keepAccount(here, member.id, account);
    expect(member).toMatchObject({ handle: "ada-king", mail: ada.mail });
    expect(await (await squatter.api()).members.me()).toMatchObject({ handle: ada.handle, mail: null });
  });

  test("lets nobody in who is suspended, or new where the site is closed", async ({ village }) => {
    const here = await browser(village).requesting();
    const trent = admitVouched(here, { ...account, name: null, mail: "trent@village.example" });
    await expect(trent).rejects.toMatchObject({ because: "suspended" });
    await village.as("Candy").settings.set({ key: "join.open", value: false });
    await expect(admitVouched(here, { ...account, name: null, mail: null })).rejects.toMatchObject({
      because: "not-open",
    });
  });

  test("is tied to whoever is signed in, and untied again unless it is the only way in", async ({ village }) => {
    const here = browser(village);
    const visitor = await here.requesting();
    const member = await joinVouched(visitor, { name: "Ada", mail: null });
    await keepAccount(visitor, member.id, account);
    const acting = { ...visitor, viewer: member };
    await admitVouched(acting, { ...account, name: null, mail: null });
    await expect(admitVouched(village.context("Justin"), { ...account, name: null, mail: null })).rejects.toMatchObject(
      {
        because: "account-of-another",
      },
    );
    const { createCaller } = await import("#/server/api/root");
    const api = createCaller(acting);
    const [mine] = (await api.identities.myWaysIn()).accounts;
    await expect(api.identities.removeAccount({ accountId: mine?.id ?? "" })).rejects.toThrow("last-way-in");
    await api.identities.changePassword({ password: other });
    await api.identities.removeAccount({ accountId: mine?.id ?? "" });
    expect((await api.identities.myWaysIn()).accounts).toEqual([]);
  });
});

describe("the first owner's link", () => {
  test("does not exist where the site has an owner", async ({ village }) => {
    expect(await ownerLink(village.context(null))).toBeNull();
    expect(await village.asVisitor().identities.ownerLink({ token: "x" })).toBe("taken");
  });

  test("is for owners only to read letters by", async ({ village }) => {
    await joined(village);
    expect((await village.as("Candy").identities.mails({})).items[0]).toMatchObject({ to: ada.mail, sentAt: null });
    await expect(village.as("Shawn").identities.mails({})).rejects.toThrow("owners-only");
    await expect(village.asVisitor().identities.mails({})).rejects.toThrow("sign-in-first");
  });
});
