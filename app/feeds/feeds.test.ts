import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect } from "vitest";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { commentEntry, type Entry, type Feed, postEntry } from "./entries";
import { type Language, written } from "./write";

beforeAll(bundleTextWorker);

const site = { url: "https://village.example", title: "The <Village> & its \u0001 margins" };
const limit = 30;

async function posts(village: Village, asked = {}): Promise<Feed> {
  const api = village.asVisitor();
  const found = await api.posts.latest({ limit, ...asked });
  const counts = await api.comments.counts({ postIds: found.map(({ id }) => id) });
  return { path: "/posts", title: "Posts", about: "/", entries: found.map(postEntry(counts)) };
}

async function comments(village: Village): Promise<Feed> {
  const found = await village.asVisitor().comments.latest({ limit });
  return { path: "/comments", title: "Comments", about: "/comments", entries: found.map(commentEntry) };
}

/** What a strict XML parser says is in a document, as `parent > child` names; it throws on the first mistake. */
function elementsIn(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ name }) => {
    names.push(`${open.at(-1) ?? ""} > ${name}`);
    open.push(name);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

const hostile = (html: string, title = "A <b>title</b> & ]]> more"): Entry => ({
  id: "0195e5a0-0000-7000-8000-000000000000",
  title,
  href: "/p/aaaaaaaaaa/t",
  html,
  author: { name: '"><script>', href: "/m/a" },
  publishedAt: new Date("2026-01-01T00:00:00Z"),
  updatedAt: new Date("2026-01-02T00:00:00Z"),
});
const one = (entry: Entry): Feed => ({ path: "/posts", title: "T", about: "/", entries: [entry] });

describe("a feed", () => {
  test("in Atom has what RFC 4287 asks for: ids that differ, instants, a link to itself, an author each", async ({
    village,
  }) => {
    for (const feed of [await posts(village), await comments(village)]) {
      const xml = written(feed, "atom", site);
      const elements = elementsIn(xml);
      const count = (name: string) => elements.filter((it) => it === name).length;
      expect([count("feed > id"), count("feed > title"), count("feed > updated")]).toEqual([1, 1, 1]);
      expect(feed.entries.length).toBeGreaterThan(5);
      for (const each of ["id", "title", "updated", "published", "author", "content"])
        expect(count(`entry > ${each}`), each).toBe(feed.entries.length);
      const read = parseAtomFeed(xml);
      const self = `https://village.example${feed.path}.atom`;
      expect(read.links).toContainEqual({ href: self, rel: "self", type: "application/atom+xml" });
      expect(read.id).toBe(self);
      const ids = read.entries?.map(({ id }) => id) ?? [];
      expect(new Set(ids).size).toBe(feed.entries.length);
      for (const entry of read.entries ?? []) {
        expect(entry.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
        expect(new Date(entry.updated ?? "").getTime()).toBeGreaterThanOrEqual(
          new Date(entry.published ?? "").getTime(),
        );
        const pages = entry.links?.filter(({ rel, type }) => rel === "alternate" && type === "text/html") ?? [];
        expect(pages.map(({ href }) => href?.startsWith("https://village.example/p/"))).toEqual([true]);
      }
    }
  });

  test("in RSS has what its specification and its readers ask for", async ({ village }) => {
    for (const feed of [await posts(village), await comments(village)]) {
      const xml = written(feed, "rss", site);
      const elements = elementsIn(xml);
      for (const each of ["title", "link", "description", "lastBuildDate", "atom:link"])
        expect(
          elements.filter((it) => it === `channel > ${each}`),
          each,
        ).toHaveLength(1);
      for (const each of ["title", "link", "guid", "pubDate", "dc:creator", "content:encoded"])
        expect(
          elements.filter((it) => it === `item > ${each}`),
          each,
        ).toHaveLength(feed.entries.length);
      const read = parseRssFeed(xml);
      expect(new Set(read.items?.map(({ guid }) => guid?.value)).size).toBe(feed.entries.length);
      for (const item of read.items ?? []) {
        expect(item.guid?.isPermaLink).toBe(false);
        expect(item.pubDate).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
      }
    }
  });

  test("in JSON has what JSON Feed 1.1 asks for", async ({ village }) => {
    for (const feed of [await posts(village), await comments(village)]) {
      const text = written(feed, "json", site);
      const read = parseJsonFeed(text);
      expect(JSON.parse(text)).toMatchObject({
        version: "https://jsonfeed.org/version/1.1",
        feed_url: `https://village.example${feed.path}.json`,
      });
      expect(read.items).toHaveLength(feed.entries.length);
      for (const item of read.items ?? []) {
        expect(item.id).toMatch(/^urn:uuid:/);
        expect(item.content_html?.length).toBeGreaterThan(10);
        expect(item.date_published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(item.authors?.[0]?.name).toBeTruthy();
      }
    }
  });

  test("tells how much was answered to a post, and what a comment answers (RFC 4685)", async ({ village }) => {
    const said = await comments(village);
    const read = parseAtomFeed(written(said, "atom", site));
    expect(read.entries?.every(({ thr }) => (thr?.inReplyTos?.[0]?.ref ?? "").startsWith("urn:uuid:"))).toBe(true);
    const written1 = await posts(village);
    const most = Math.max(...written1.entries.map(({ replies }) => replies?.count ?? 0));
    const found = parseAtomFeed(written(written1, "atom", site));
    const counts = found.entries?.flatMap(({ links }) => links?.map(({ thr }) => thr?.count ?? 0) ?? []) ?? [];
    expect(most).toBeGreaterThan(20);
    expect(Math.max(...counts)).toBe(most);
    expect(Math.max(...(found.entries?.map(({ thr }) => thr?.total ?? 0) ?? []))).toBe(most);
  });

  test.each(["atom", "rss", "json"] as const)("in %s keeps every word as it was, whatever is in it", (language) => {
    const html = '<p>]]> &amp; <b>bold</b> &lt;script&gt; \u0000\u000b\ufffe\ud800 \u{1f9f6} "quotes" ]]&gt;</p>';
    const text = written(one(hostile(html)), language, site);
    const clean = '<p>]]> &amp; <b>bold</b> &lt;script&gt;  \u{1f9f6} "quotes" ]]&gt;</p>';
    if (language !== "json") elementsIn(text);
    const body: Record<Language, () => string | undefined> = {
      atom: () => parseAtomFeed(text).entries?.[0]?.content?.value,
      rss: () => parseRssFeed(text).items?.[0]?.content?.encoded,
      json: () => parseJsonFeed(text).items?.[0]?.content_html,
    };
    expect(body[language]()?.trim()).toBe(clean);
  });

  test("makes every address of this site whole, and leaves others alone", () => {
    const html =
      '<p><a href="/m/a?x=1&amp;y=2">a</a><a class="mention" href="/m/b">b</a><a href="#fn">n</a><a href="?c=x">c</a><a href="//else.example/x">e</a>' +
      '<a href="https://else.example/?u=/p">o</a><img alt="" src="/files/a.webp" srcset="/files/b.webp 2x, /files/c.webp 3x" />href="/not"</p>';
    const body = parseJsonFeed(written(one(hostile(html)), "json", site)).items?.[0]?.content_html;
    expect(body).toBe(
      '<p><a href="https://village.example/m/a?x=1&amp;y=2">a</a><a class="mention" href="https://village.example/m/b">b</a><a href="https://village.example/p/aaaaaaaaaa/t#fn">n</a><a href="https://village.example/p/aaaaaaaaaa/t?c=x">c</a><a href="//else.example/x">e</a>' +
        '<a href="https://else.example/?u=/p">o</a><img alt="" src="https://village.example/files/a.webp" srcset="https://village.example/files/b.webp 2x, https://village.example/files/c.webp 3x" />href="/not"</p>',
    );
  });

  test("names the hub and itself where the site has a hub, and no hub where it has none", async ({ village }) => {
    const hub = "https://hub.example/?a=1&b=2";
    for (const feed of [await posts(village), await comments(village)]) {
      const self = (language: Language) => `https://village.example${feed.path}.${language}`;
      const [xml, rss] = [written(feed, "atom", { ...site, hub }), written(feed, "rss", { ...site, hub })];
      expect(elementsIn(xml).length).toBe(elementsIn(written(feed, "atom", site)).length + 1);
      expect(parseAtomFeed(xml).links).toEqual(
        expect.arrayContaining([
          { href: hub, rel: "hub" },
          { href: self("atom"), rel: "self", type: "application/atom+xml" },
        ]),
      );
      expect(elementsIn(rss).filter((it) => it === "channel > atom:link")).toHaveLength(2);
      expect(parseRssFeed(rss).atom?.links).toEqual([
        { href: self("rss"), rel: "self", type: "application/rss+xml" },
        { href: hub, rel: "hub" },
      ]);
      const json = JSON.parse(written(feed, "json", { ...site, hub }));
      expect(json).toMatchObject({ feed_url: self("json"), hubs: [{ type: "WebSub", url: hub }] });
      for (const language of ["atom", "rss", "json"] as const) {
        expect(written(feed, language, { ...site, hub: null })).toBe(written(feed, language, site));
        expect(written(feed, language, site)).not.toMatch(/rel="hub"|"hubs"/);
      }
    }
  });

  test("without an entry is still a feed", () => {
    const none: Feed = { path: "/m/a/posts", title: "Nobody yet", about: "/m/a", entries: [] };
    expect(elementsIn(written(none, "atom", site))).toContain("feed > updated");
    expect(elementsIn(written(none, "rss", site))).toContain("channel > title");
    expect(parseJsonFeed(written(none, "json", site)).title).toContain("Nobody yet");
  });

  test("keeps the newest and leaves out what has no room any more", async ({ village }) => {
    const susan = village.as("Susan");
    for (let nth = 1; nth <= 4; nth += 1) {
      village.later(60_000);
      await susan.posts.write({ title: `Long ${nth}`, source: "Ordinary words. ".repeat(12_000), publish: true });
    }
    const { entries } = await posts(village, { handle: "susan" });
    expect(entries.map(({ title }) => title).slice(0, 4)).toEqual(["Long 4", "Long 3", "Long 2", "Long 1"]);
    for (let nth = 5; nth <= 8; nth += 1) {
      village.later(60_000);
      await susan.posts.write({ title: `Long ${nth}`, source: "Ordinary words. ".repeat(12_000), publish: true });
    }
    const full = (await posts(village, { handle: "susan" })).entries;
    expect(full.map(({ title }) => title)).toEqual(["Long 8", "Long 7", "Long 6", "Long 5", "Long 4", "Long 3"]);
    expect(full.every(({ html }) => html.length > 150_000)).toBe(true);
  });
});
