import { eq, isNull } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect } from "vitest";
import { bundle } from "#/bin/bundle.mjs";
import { comments } from "#/db/schema/comments";
import { mails } from "#/db/schema/site";
import { sites } from "#/db/schema/sites";
import { test, type Village } from "#/server/testing/village";
import { type RunningSite, startSite } from "#/server/testing/web";
import { createCaller } from "../../api/root";
import { setSetting } from "../settings/commands";
import { forgetGuestSites } from "./commands";

beforeAll(() => bundle({ only: ["feed-worker", "text-worker"] }));

const running: RunningSite[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((it) => it.close()));
});

const mail = "ada@elsewhere.example";
const long = "Stools are better than chairs, and I have sat on both for longer than I care to remember.";
const item = (title: string) => `<item><title>${title}</title><link>/${title.toLowerCase()}</link></item>`;

/** Ada's own site, a real one which the tests may ask, and a post of Susan's. */
async function adasSite(village: Village) {
  const titles = ["Newest", ...Array.from({ length: 11 }, (_, nth) => `Older${nth}`)];
  const body = `<rss version="2.0"><channel><title>Ada</title>${titles.map(item).join("")}</channel></rss>`;
  const site = await startSite({ "/": { type: "application/rss+xml", body } });
  running.push(site);
  await setSetting(village.context("Candy"), { key: "latest.guests-private", value: true });
  const { key: postKey } = await village.as("Susan").posts.write({ title: "Chairs", source: "Sit.", publish: true });
  return { site, address: `http://candy.localhost:${site.port}/`, postKey };
}

/** Writes as a guest. @returns the token of the letter that went to their address */
async function letterFor(village: Village, postKey: string, words: { source?: string; site: string; mail?: string }) {
  const guest = { source: long, name: "Ada", mail, ...words };
  await village.asVisitor().guests.write({ postKey, ...guest });
  const letters = await village.db.select().from(mails).where(eq(mails.to, guest.mail));
  return /token=([\w-]+)/.exec(letters.at(-1)?.text ?? "")?.[1] ?? "";
}

const offeredTo = async (village: Village, token: string) =>
  (await village.asVisitor().sites.guestToChoose({ token }))?.items ?? [];
const keyOf = async (village: Village) =>
  (await village.db.select().from(comments).where(eq(comments.guestName, "Ada"))).at(-1)?.key ?? "";

describe("a guest's latest post", () => {
  test("is not looked for in the operator's own network", async ({ village }) => {
    const { site, address, postKey } = await adasSite(village);
    await setSetting(village.context("Candy"), { key: "latest.guests-private", value: false });
    const token = await letterFor(village, postKey, { site: address });
    await village.asVisitor().sites.lookByLetter({ token });
    expect(site.asked).toEqual([]);
    expect(await offeredTo(village, token)).toEqual([]);
  });

  test("is looked for when the holder of the letter asks, chosen among ten, and stands without a claim", async ({
    village,
  }) => {
    const { site, address, postKey } = await adasSite(village);
    const token = await letterFor(village, postKey, { site: address });
    expect(await village.asVisitor().sites.guestToChoose({ token })).toMatchObject({ asked: false, items: [] });
    expect(site.asked).toEqual([]);

    await village.asVisitor().sites.lookByLetter({ token });
    await village.asVisitor().sites.lookByLetter({ token });
    expect(site.asked).toHaveLength(1);
    const offered = await offeredTo(village, token);
    expect(offered).toHaveLength(10);
    expect(offered[0]).toMatchObject({ title: "Newest" });

    await village.asVisitor().guests.confirm({ token, latest: offered[0]?.value ?? "" });
    const key = await keyOf(village);
    expect(await village.asVisitor().sites.lines({ keys: [key] })).toEqual({});
    await village.as("Shawn").moderation.approve({ comment: key });
    expect((await village.asVisitor().sites.lines({ keys: [key] }))[key]).toMatchObject({
      name: "Ada",
      handle: null,
      title: "Newest",
      host: `candy.localhost:${site.port}`,
      verified: false,
      earned: false,
      can: { remove: false },
    });
    expect(await village.asVisitor().sites.follow({ key, counts: true })).toEqual({ href: `${address}newest` });
    await village.as("Shawn").sites.remove({ key });
    expect(await village.asVisitor().sites.lines({ keys: [key] })).toEqual({});
  });

  test("stands once for each guest and thread, and another guest's beside it", async ({ village }) => {
    const { address, postKey } = await adasSite(village);
    await setSetting(village.context("Candy"), { key: "guests.hold-first", value: false });
    const keys: string[] = [];
    for (const [nth, to] of [mail, mail, "bert@elsewhere.example"].entries()) {
      village.later(60_000);
      const token = await letterFor(village, postKey, { source: `${long} ${nth}`, site: address, mail: to });
      await village.asVisitor().sites.lookByLetter({ token });
      await village.asVisitor().guests.confirm({ token, latest: (await offeredTo(village, token))[0]?.value ?? "" });
      keys.push((await village.asVisitor().comments.thread({ postKey })).items.at(-1)?.key ?? "");
    }
    expect(Object.keys(await village.asVisitor().sites.lines({ keys }))).toEqual([keys[1], keys[2]]);
  });

  test("cannot be anybody else's, nor a post here, nor anything of a banned host", async ({ village }) => {
    const { address, postKey } = await adasSite(village);
    const token = await letterFor(village, postKey, { site: address });
    await village.asVisitor().sites.lookByLetter({ token });
    const [newest] = await offeredTo(village, token);
    const other = await letterFor(village, postKey, { site: "https://other.example/", mail: "b@elsewhere.example" });
    const confirm = (token: string, latest: string) => village.asVisitor().guests.confirm({ token, latest });
    await expect(confirm(other, newest?.value ?? "")).rejects.toThrow("no-such-latest-post");
    await expect(confirm(token, `post:${postKey}`)).rejects.toThrow("no-such-latest-post");
    await village.as("Shawn").sites.ban({ host: "candy.localhost" });
    await expect(confirm(token, newest?.value ?? "")).rejects.toThrow("no-such-latest-post");
    expect(await village.asVisitor().sites.guestToChoose({ token })).toBeNull();
    await expect(village.asVisitor().sites.lookByLetter({ token })).rejects.toThrow("site-banned");
    // What was refused used nothing up: the link still works.
    expect(await village.asVisitor().guests.confirm({ token })).toMatchObject({ held: true });
  });

  test("makes this server ask nothing without a letter, and little with many", async ({ village }) => {
    const { site, address, postKey } = await adasSite(village);
    await expect(village.asVisitor().sites.lookByLetter({ token: "x".repeat(43) })).rejects.toThrow("no-site");
    await setSetting(village.context("Candy"), { key: "fetches.guest-hour", value: 1 });
    const from = (address: string) =>
      createCaller({
        ...village.context(null),
        client: { address, agent: "", sessionId: null, keep: async () => undefined },
      }).sites;
    const tokens = [];
    for (const path of ["", "a", "b"])
      tokens.push(await letterFor(village, postKey, { source: `${long} ${path}`, site: `${address}${path}` }));
    const [first = "", second = "", third = ""] = tokens;
    await from("192.0.2.1").lookByLetter({ token: first });
    await expect(from("192.0.2.1").lookByLetter({ token: second })).rejects.toThrow("looking-too-fast");
    expect(site.asked).toHaveLength(1);
    await from("192.0.2.2").lookByLetter({ token: third });
    expect(site.asked.length).toBeGreaterThan(1);
    await village.asVisitor().guests.confirm({ token: first });
    await expect(from("192.0.2.3").lookByLetter({ token: first })).rejects.toThrow("no-site");
  });

  test("lets a few words wait for a moderator, also those of a guest who is trusted", async ({ village }) => {
    const { address, postKey } = await adasSite(village);
    await setSetting(village.context("Candy"), { key: "guests.hold-first", value: false });
    const say = async (source: string, chooses: boolean) => {
      village.later(60_000);
      const token = await letterFor(village, postKey, { source, site: address });
      await village.asVisitor().sites.lookByLetter({ token });
      const [newest] = await offeredTo(village, token);
      return village.asVisitor().guests.confirm({ token, ...(chooses && newest ? { latest: newest.value } : {}) });
    };
    expect(await say("Great post!", true)).toMatchObject({ held: true, href: null });
    expect(await say("Great post", false)).toMatchObject({ held: false });
    expect(await say(long, true)).toMatchObject({ held: false });
  });

  test("is nobody's proof: a member who names the same site has a site of their own", async ({ village }) => {
    const { address, postKey } = await adasSite(village);
    const token = await letterFor(village, postKey, { site: address });
    await village.asVisitor().sites.lookByLetter({ token });
    await village.as("Candy").members.changeProfile({ name: "Candy", bio: "", site: address });
    await village.as("Candy").sites.look();
    const rows = await village.db.select().from(sites).where(eq(sites.address, address));
    expect(rows.map(({ memberId }) => memberId).toSorted()).toEqual([village.person("Candy").id, null].toSorted());
    await setSetting(village.context("Candy"), { key: "latest.guests", value: false });
    expect(await village.asVisitor().sites.guestToChoose({ token })).toBeNull();
    await expect(village.asVisitor().sites.lookByLetter({ token })).rejects.toThrow("no-site");
  });

  test("is forgotten with its site a week later, where nothing of it was chosen", async ({ village }) => {
    const { address, postKey } = await adasSite(village);
    const known = async () => village.db.$count(sites, isNull(sites.memberId));
    const token = await letterFor(village, postKey, { site: address });
    await village.asVisitor().sites.lookByLetter({ token });
    const other = await letterFor(village, postKey, { site: `${address}?other`, source: `${long} Again.` });
    await village.asVisitor().sites.lookByLetter({ token: other });
    const [newest] = await offeredTo(village, token);
    await village.asVisitor().guests.confirm({ token, latest: newest?.value ?? "" });
    await forgetGuestSites(village.context(null));
    expect(await known()).toBe(2);
    village.later(7 * 86_400_000 + 1);
    await forgetGuestSites(village.context(null));
    expect(await known()).toBe(1);
    expect(await village.db.$count(sites, eq(sites.address, address))).toBe(1);
  });
});
