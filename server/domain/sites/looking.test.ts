import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect } from "vitest";
import { bundle } from "#/bin/bundle.mjs";
import { members } from "#/db/schema/members";
import { test, type Village } from "#/server/testing/village";
import { type RunningSite, startSite } from "#/server/testing/web";

beforeAll(() => bundle({ only: ["feed-worker", "text-worker"] }));

const running: RunningSite[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((it) => it.close()));
});

const item = (title: string, path: string, day = "23") =>
  `<item><title>${title}</title><link>${path}</link><pubDate>Mon, ${day} Nov 2020 10:00:00 GMT</pubDate></item>`;
const rss = (...items: string[]) => ({
  type: "application/rss+xml",
  body: `<rss version="2.0"><channel><title>Candy writes</title>${items.join("")}</channel></rss>`,
});
const html = (head: string) => ({
  type: "text/html; charset=utf-8",
  body: `<html><head>${head}</head><body></body></html>`,
});

/** Candy's own site: a real server, which the tests' KITH_PRIVATE_HOSTS names. */
async function siteOf(village: Village, answers: Parameters<typeof startSite>[0]) {
  const site = await startSite(answers);
  running.push(site);
  const address = `http://candy.localhost:${site.port}/`;
  await village.db
    .update(members)
    .set({ site: address })
    .where(eq(members.id, village.person("Candy").id));
  return { ...site, address };
}
const titles = async (village: Village) => (await village.as("Candy").sites.mine()).items.map(({ title }) => title);

describe("a member's site", () => {
  test("is looked at for its feed, and asked again after a quarter of an hour, with what it said of its version", async ({
    village,
  }) => {
    const site = await siteOf(village, {
      "/": html('<link rel="alternate" type="application/rss+xml" href="/posts.xml">'),
      "/posts.xml": { ...rss(item("Stools", "/stools")), headers: { etag: '"1"' } },
    });
    await village.as("Candy").sites.look();
    expect(await village.as("Candy").sites.mine()).toMatchObject({
      known: {
        feed: `${site.address}posts.xml`,
        title: "Candy writes",
        problem: null,
        host: `candy.localhost:${site.port}`,
      },
      items: [{ title: "Stools", url: `${site.address}stools` }],
    });
    await village.as("Candy").sites.look();
    expect(site.asked).toHaveLength(2);

    village.later(15 * 60_000 + 1);
    site.at("/posts.xml", (request, response) => {
      response.writeHead(request.headers["if-none-match"] === '"1"' ? 304 : 500).end();
    });
    await village.as("Candy").sites.look();
    expect(site.asked).toHaveLength(3);
    expect(await titles(village)).toEqual(["Stools"]);

    village.later(15 * 60_000 + 1);
    site.at("/posts.xml", rss(item("Benches", "/benches", "24"), item("Stools, again", "/stools")));
    await village.as("Candy").sites.look();
    expect(await titles(village)).toEqual(["Benches", "Stools, again"]);
  });

  test("is found where WordPress and Blogger keep their feeds", async ({ village }) => {
    for (const path of ["/feed/", "/?feed=rss2", "/feeds/posts/default"]) {
      village.later(15 * 60_000 + 1);
      await siteOf(village, { "/": html("<title>Mine</title>"), [path]: rss(item(path, "/p")) });
      await village.as("Candy").sites.look();
      expect(await titles(village), path).toEqual([path]);
    }
  });

  test("shows only what lies on it: a feed may name anything", async ({ village }) => {
    const site = await siteOf(village, {
      "/": rss(
        item("Mine", "/mine"),
        item("Bank", "https://bank.example/"),
        item("Near", "http://notcandy.localhost/"),
        item("Below", "http://blog.candy.localhost/"),
      ),
    });
    await village.as("Candy").sites.look();
    expect(await titles(village)).toEqual(["Mine"]);
    expect(site.asked).toHaveLength(1);
  });

  test("that does not answer, or has no feed, is told so; what was kept stays", async ({ village }) => {
    const site = await siteOf(village, { "/": rss(item("Kept", "/kept")) });
    await village.as("Candy").sites.look();
    site.at("/", html("no feed"));
    village.later(15 * 60_000 + 1);
    await village.as("Candy").sites.look();
    expect(await village.as("Candy").sites.mine()).toMatchObject({
      known: { problem: "no-feed" },
      items: [{ title: "Kept" }],
    });
    await site.close();
    village.later(15 * 60_000 + 1);
    await village.as("Candy").sites.look();
    expect(await village.as("Candy").sites.mine()).toMatchObject({
      known: { problem: "unreachable" },
      items: [{ title: "Kept" }],
    });
  });

  test("inside this machine's network is asked for nothing", async ({ village }) => {
    const inside = await startSite({ "/": rss(item("Secret", "/")) });
    running.push(inside);
    const address = `http://127.0.0.1.nip.example:${inside.port}/`;
    await village.db
      .update(members)
      .set({ site: address })
      .where(eq(members.id, village.person("Candy").id));
    await village.as("Candy").sites.look();
    expect(await village.as("Candy").sites.mine()).toMatchObject({ known: { problem: "bad-address" }, items: [] });
    expect(inside.connections()).toBe(0);
  });

  test("is one's own: nobody else's look or list shows it", async ({ village }) => {
    await siteOf(village, { "/": rss(item("Mine", "/mine")) });
    await village.as("Candy").sites.look();
    expect((await village.as("Justin").sites.mine()).items).toEqual([]);
    await expect(village.asVisitor().sites.look()).rejects.toThrow("sign-in-first");
    await village.as("Susan").members.changeProfile({ name: "Susan", bio: "", site: "" });
    await expect(village.as("Susan").sites.look()).rejects.toThrow("no-site");
  });

  test("is asked a limited number of times in an hour", async ({ village }) => {
    await village.as("Candy").settings.set({ key: "fetches.hour", value: "1" });
    await siteOf(village, { "/": rss(item("One", "/1")) });
    await village.as("Candy").sites.look();
    village.later(15 * 60_000 + 1);
    await expect(village.as("Candy").sites.look()).rejects.toThrow("looking-too-fast");
  });
});

describe("the proof that a site is one's own", () => {
  test("is a link back to one's page here, on the site's own host", async ({ village }) => {
    const site = await siteOf(village, { "/": html("") });
    const prove = () => village.as("Candy").sites.prove({ by: "rel-me" });
    await expect(prove()).rejects.toThrow("not-proven");
    const { known } = await village.as("Candy").sites.mine();
    site.at("/", html(`<a rel="me" href="${known?.proof.profile}/">here</a>`));
    await prove();
    expect((await village.as("Candy").sites.mine()).known).toMatchObject({ provenBy: "rel-me" });
    await village.as("Candy").sites.forgetProof();
    expect((await village.as("Candy").sites.mine()).known).toMatchObject({ provenAt: null });

    // A page that sends to another host proves nothing of this one.
    const other = await startSite({ "/": html(`<a rel="me" href="${known?.proof.profile}">here</a>`) });
    running.push(other);
    site.at("/", (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${other.port}/` }).end());
    await expect(prove()).rejects.toThrow("not-proven");
  });

  test("is a file of a certain text, in its place", async ({ village }) => {
    const site = await siteOf(village, { "/": html("") });
    const { known } = await village.as("Candy").sites.mine();
    expect(known).toBeNull();
    await village.as("Candy").sites.look();
    const proof = (await village.as("Candy").sites.mine()).known?.proof;
    site.at(proof?.path ?? "", { type: "text/plain", body: "kith-site=somebody-else" });
    await expect(village.as("Candy").sites.prove({ by: "file" })).rejects.toThrow("not-proven");
    site.at(proof?.path ?? "", { type: "text/plain", body: `hello\n${proof?.text}\r\n` });
    await village.as("Candy").sites.prove({ by: "file" });
    expect((await village.as("Candy").sites.mine()).known).toMatchObject({ provenBy: "file" });
    expect((await village.asVisitor().sites.card({ handle: "candy" })).site).toMatchObject({ verified: true });
  });

  test("is not in a DNS that does not answer", async ({ village }) => {
    await siteOf(village, { "/": html("") });
    await expect(village.as("Candy").sites.prove({ by: "dns" })).rejects.toThrow("not-proven");
  });

  test("does not hold for the next site", async ({ village }) => {
    const site = await siteOf(village, { "/": html("") });
    await village.as("Candy").sites.look();
    const proof = (await village.as("Candy").sites.mine()).known?.proof;
    site.at(proof?.path ?? "", { type: "text/plain", body: proof?.text ?? "" });
    await village.as("Candy").sites.prove({ by: "file" });
    await siteOf(village, { "/": html("") });
    expect((await village.as("Candy").sites.mine()).known).toBeNull();
    expect((await village.asVisitor().sites.card({ handle: "candy" })).site).toBeNull();
  });
});
