import { eq } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { siteItems, sites } from "#/db/schema/sites";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { createCaller } from "../../api/root";

beforeAll(bundleTextWorker);

const long = "Stools are better than chairs, and I have sat on both for longer than I care to remember.";

/** Candy's site with three items, as its feed would have brought them; proven where the test says so. */
async function candysSite({ db, person }: Village, proven: Date | null = null) {
  const memberId = person("Candy").id;
  const address = "https://candy.example/";
  await db.update(members).set({ site: address }).where(eq(members.id, memberId));
  const [site] = await db
    .insert(sites)
    .values({ memberId, address, host: "candy.example", token: "t", provenAt: proven, provenBy: proven && "dns" })
    .returning();
  const items = await db
    .insert(siteItems)
    .values(
      ["Newest", "Older", "Oldest"].map((title, place) => ({
        siteId: site?.id ?? "",
        title,
        place,
        url: `https://candy.example/${title}`,
      })),
    )
    .returning();
  return items.map(({ id }) => `site:${id}`);
}

async function thread(village: Village) {
  const { key } = await village.as("Susan").posts.write({ title: "Chairs", source: "Sit.", tags: [], publish: true });
  const say = (who: Parameters<Village["as"]>[0], latest: string | undefined, source = long) => {
    village.later(60 * 60_000);
    return village.as(who).comments.write({ postKey: key, source: `${source} ${Math.random()}`, latest });
  };
  return { postKey: key, say };
}

describe("the line under a comment", () => {
  test("says what its writer chose of what this server fetched, to whoever reads the comment", async ({ village }) => {
    const [newest = ""] = await candysSite(village);
    const { say } = await thread(village);
    const { key } = await say("Candy", newest);
    const lines = await village.asVisitor().sites.lines({ keys: [key] });
    expect(lines[key]).toEqual({
      name: "Candy",
      handle: "candy",
      words: "recently wrote",
      title: "Newest",
      href: `/l/${key}`,
      host: "candy.example",
      verified: false,
      earned: false,
      writtenAt: null,
      clicks: null,
      can: { remove: false },
    });
    expect(await village.asVisitor().sites.follow({ key, counts: true })).toEqual({
      href: "https://candy.example/Newest",
    });
    expect((await village.as("Candy").sites.lines({ keys: [key] }))[key]).toMatchObject({
      clicks: 1,
      can: { remove: true },
    });
    expect((await village.as("Shawn").sites.lines({ keys: [key] }))[key]?.clicks).toBe(1);
    expect((await village.as("Justin").sites.lines({ keys: [key] }))[key]?.clicks).toBeNull();
  });

  test("counts who follows it, and not how often one of them does", async ({ village }) => {
    const [newest] = await candysSite(village);
    const { say } = await thread(village);
    const { key } = await say("Candy", newest);
    const clicks = async () => (await village.as("Candy").sites.lines({ keys: [key] }))[key]?.clicks;
    const from = (address: string, name: "Justin" | null = null) =>
      createCaller({
        ...village.context(name),
        client: { address, agent: "", sessionId: null, keep: async () => undefined },
      }).sites;
    for (let nth = 0; nth < 9; nth++) {
      const led = await from(`2001:db8::${nth}`).follow({ key, counts: true });
      expect(led.href).toBe("https://candy.example/Newest");
    }
    expect(await clicks()).toBe(2);
    await from("192.0.2.7").follow({ key, counts: true });
    await from("2001:db8::1", "Justin").follow({ key, counts: true });
    expect(await clicks()).toBe(4);
    await village.as("Candy").sites.follow({ key, counts: true });
    await from("192.0.2.8").follow({ key, counts: false });
    expect(await clicks()).toBe(4);
    village.later(86_400_001);
    await from("192.0.2.7").follow({ key, counts: true });
    expect(await clicks()).toBe(5);
  });

  test("cannot be anything else: no address, nobody else's item, no draft, no post of another", async ({ village }) => {
    const [newest = ""] = await candysSite(village);
    const { postKey, say } = await thread(village);
    await expect(say("Candy", "https://spam.example/")).rejects.toThrow();
    await expect(say("Justin", newest)).rejects.toThrow("no-such-latest-post");
    await expect(say("Candy", `post:${postKey}`)).rejects.toThrow("no-such-latest-post");
    const draft = await village.as("Candy").posts.write({ title: "Draft", source: "x", tags: [], publish: false });
    await expect(say("Candy", `post:${draft.key}`)).rejects.toThrow("no-such-latest-post");
    await village.db.update(members).set({ site: "https://other.example/" }).where(eq(members.name, "Candy"));
    await expect(say("Candy", newest)).rejects.toThrow("no-such-latest-post");
  });

  test("stands once for each person and thread, under the last of their comments that has one", async ({ village }) => {
    const [newest, older] = await candysSite(village);
    const { postKey, say } = await thread(village);
    const first = await say("Candy", older);
    const second = await say("Candy", newest);
    const third = await say("Candy", "none");
    const keys = [first, second, third].map(({ key }) => key);
    expect(Object.keys(await village.asVisitor().sites.lines({ keys }))).toEqual([second.key]);
    await village.as("Candy").sites.remove({ key: second.key });
    expect(Object.keys(await village.asVisitor().sites.lines({ keys }))).toEqual([first.key]);
    const { site } = (await village.as("Candy").sites.toChoose({ postKey })) ?? { site: [] };
    expect(site.map(({ linked }) => linked)).toEqual([false, true, false]);
  });

  test("is taken away alone by its author and by a moderator, and given back by who may", async ({ village }) => {
    const [newest] = await candysSite(village);
    const { say } = await thread(village);
    const { key } = await say("Candy", newest);
    const shown = async () => Object.keys(await village.asVisitor().sites.lines({ keys: [key] })).length;
    await expect(village.as("Justin").sites.remove({ key })).rejects.toThrow("no-such-line");
    await village.as("Candy").sites.remove({ key });
    expect(await shown()).toBe(0);
    await expect(village.asVisitor().sites.follow({ key, counts: true })).rejects.toThrow("no-such-line");
    await village.as("Candy").sites.restore({ key });
    expect(await shown()).toBe(1);
    await village.as("Shawn").sites.remove({ key });
    expect(await shown()).toBe(0);
    await village.as("Shawn").sites.restore({ key });
    const acts = (await village.as("Shawn").moderation.log({ limit: 5 })).items.map(({ act }) => act);
    expect(acts.slice(0, 2)).toEqual(["restore-link", "remove-link"]);
  });

  test("is gone from everywhere while its host is banned, or one above it", async ({ village }) => {
    const [newest] = await candysSite(village);
    const { postKey, say } = await thread(village);
    const { key } = await say("Candy", newest);
    await village.as("Shawn").sites.ban({ host: "http://www.CANDY.example/x" });
    expect(await village.asVisitor().sites.lines({ keys: [key] })).toEqual({});
    await expect(village.asVisitor().sites.follow({ key, counts: true })).rejects.toThrow("no-such-line");
    expect((await village.as("Candy").sites.toChoose({ postKey }))?.site).toEqual([]);
    await expect(village.as("Candy").sites.look()).rejects.toThrow("site-banned");
    await expect(say("Candy", newest)).rejects.toThrow("no-such-latest-post");
    expect((await village.asVisitor().sites.card({ handle: "candy" })).site).toBeNull();
    await village.as("Shawn").sites.allow({ host: "candy.example" });
    expect(Object.keys(await village.asVisitor().sites.lines({ keys: [key] }))).toEqual([key]);
    await expect(village.as("Justin").sites.ban({ host: "x.example" })).rejects.toThrow("moderators-only");
  });

  test("is a plain link once the site is verified and three comments were let stand", async ({ village }) => {
    const [newest] = await candysSite(village, village.context(null).now());
    const { say } = await thread(village);
    const candy = village.person("Candy").id;
    await village.db.update(comments).set({ state: "trash" }).where(eq(comments.authorId, candy));
    const keys: string[] = [];
    for (const _ of [1, 2, 3]) keys.push((await say("Candy", newest)).key);
    const [first = "", second = "", third = ""] = keys;
    expect((await village.asVisitor().sites.lines({ keys }))[third]).toMatchObject({ earned: true, verified: true });
    await village.as("Shawn").moderation.hide({ thing: { comment: first }, rule: "kind", reason: "x" });
    expect((await village.asVisitor().sites.lines({ keys }))[third]).toMatchObject({ earned: false, verified: true });
    await village.db.update(sites).set({ provenAt: null });
    await village.as("Shawn").moderation.unhide({ thing: { comment: first } });
    expect((await village.asVisitor().sites.lines({ keys: [second, third] }))[third]).toMatchObject({ earned: false });
  });

  test("lets a few words wait for a moderator where the link is not earned", async ({ village }) => {
    const [newest] = await candysSite(village);
    const { say } = await thread(village);
    const stateOf = async (key: string) =>
      (await village.db.select().from(comments).where(eq(comments.key, key)))[0]?.state;
    expect(await stateOf((await say("Candy", newest, "great post")).key)).toBe("held");
    expect(await stateOf((await say("Candy", "none", "great post")).key)).toBe("shown");
    expect(await stateOf((await say("Candy", newest)).key)).toBe("shown");
    await village.db.update(sites).set({ provenAt: village.context(null).now() });
    await village.as("Candy").settings.set({ key: "latest.earned", value: "1" });
    expect(await stateOf((await say("Candy", newest, "great post")).key)).toBe("shown");
  });

  test("can be a post of one's own here, for those who may read that one", async ({ village }) => {
    const mine = await village.as("Candy").posts.write({ title: "Mine", source: "x", tags: [], publish: true });
    const { say } = await thread(village);
    const { key } = await say("Candy", `post:${mine.key}`);
    expect((await village.asVisitor().sites.lines({ keys: [key] }))[key]).toMatchObject({ title: "Mine", host: null });
    await village
      .as("Candy")
      .posts.edit({ key: mine.key, title: "Private matters", source: "x", tags: [], audience: "me" });
    expect(await village.as("Justin").sites.lines({ keys: [key] })).toEqual({});
    await expect(village.as("Justin").sites.follow({ key, counts: true })).rejects.toThrow("no-such-line");
    expect((await village.as("Candy").sites.lines({ keys: [key] }))[key]?.title).toBe("Private matters");
  });

  test("is not read by those who may not read the comment", async ({ village }) => {
    const [newest] = await candysSite(village);
    const { say } = await thread(village);
    const { key } = await say("Candy", newest);
    const seenBy = async (api: ReturnType<Village["as"]>) => Object.keys(await api.sites.lines({ keys: [key] })).length;
    await village.as("Candy").connections.block({ person: { handle: "justin" } });
    expect(await seenBy(village.as("Justin"))).toBe(0);
    await expect(village.as("Justin").sites.follow({ key, counts: true })).rejects.toThrow("no-such-line");
    await expect(village.as("Justin").sites.card({ handle: "candy" })).rejects.toThrow("no-such-member");
    await village.as("Shawn").moderation.hide({ thing: { comment: key }, rule: "kind", reason: "x" });
    expect(await seenBy(village.asVisitor())).toBe(0);
    expect(await seenBy(village.as("Candy"))).toBe(1);
  });

  test("remembers that nothing was chosen", async ({ village }) => {
    const [newest] = await candysSite(village);
    const { postKey, say } = await thread(village);
    const none = async () => (await village.as("Candy").sites.toChoose({ postKey }))?.none;
    expect(await none()).toBe(false);
    await say("Candy", "none");
    expect(await none()).toBe(true);
    await say("Candy", newest);
    expect(await none()).toBe(false);
  });

  test("is nowhere where the site leaves it out", async ({ village }) => {
    const [newest] = await candysSite(village);
    const { postKey, say } = await thread(village);
    const { key } = await say("Candy", newest);
    await village.as("Candy").settings.set({ key: "latest.on", value: "no" });
    expect(await village.asVisitor().sites.lines({ keys: [key] })).toEqual({});
    expect(await village.as("Candy").sites.toChoose({ postKey })).toBeNull();
    expect((await say("Candy", newest)).key).toBeTruthy();
  });
});

describe("the card of a member", () => {
  test("tells what this viewer could read elsewhere, and no more", async ({ village }) => {
    await candysSite(village);
    const { postKey, say } = await thread(village);
    await say("Candy", "none");
    const secret = await village
      .as("Candy")
      .posts.write({ title: "Only mine", source: "x", tags: [], publish: true, audience: "me" });
    await village.as("Candy").comments.write({ postKey: secret.key, source: "to myself" });
    const card = await village.asVisitor().sites.card({ handle: "candy" });
    expect(card).toMatchObject({
      name: "Candy",
      is: "visitor",
      clicks: null,
      site: { host: "candy.example", verified: false },
    });
    expect(card.threads.map(({ href }) => href)).toContain(`/p/${postKey}/chairs`);
    expect(card.latest.length).toBe(5);
    expect(JSON.stringify(card)).not.toContain("Only mine");
    expect(JSON.stringify(await village.as("Justin").sites.card({ handle: "candy" }))).not.toContain("Only mine");
    const own = await village.as("Candy").sites.card({ handle: "candy" });
    expect(own).toMatchObject({ is: "you", clicks: 0 });
    expect(own.comments).toBeGreaterThan(card.comments);
    expect(JSON.stringify(own.threads)).toContain("Only mine");
  });
});
