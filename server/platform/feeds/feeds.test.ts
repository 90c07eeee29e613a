import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { bundle } from "#/bin/bundle.mjs";
import { lines, shared } from "#/server/testing/shared";
import { decode } from "../guarded-fetch/charset";
import { readFeed, readPieces } from "./entries";
import { readSite } from "./index";
import { readHere } from "./read";
import { titleOf } from "./title";

const address = "https://candy.example/blog/";
const textOf = (content: string) => decode(Buffer.from(content, "base64"));
const corpus = lines("data/imports/feeds/feedparser-corpus.jsonl", (line) =>
  z.object({ path: z.string(), content_b64: z.string(), expect_python: z.string().nullish() }).parse(line),
);

describe("the feeds that other readers are tested with", () => {
  test("all parse or are refused", () => {
    const read = corpus.map(({ content_b64 }) => readFeed(textOf(content_b64), address));
    expect(read).toHaveLength(1004);
    for (const { title, url } of read.flatMap((feed) => feed?.entries ?? [])) {
      expect(url).toMatch(/^https?:\/\//);
      expect(title.trim()).not.toBe("");
    }
    const feeds = read.filter((it) => it !== null).length;
    console.info(`Feeds: ${feeds} of ${read.length} read, ${read.length - feeds} refused`);
    expect(feeds).toBeGreaterThanOrEqual(819);
  });

  test("give the first entry the title or link the corpus states", () => {
    const stated = corpus.flatMap(({ path, content_b64, expect_python }) => {
      const said = saidOf.exec(expect_python ?? "");
      return said?.[1] && said[2] !== undefined
        ? [{ path, text: textOf(content_b64), what: said[1], value: said[2] }]
        : [];
    });
    expect(stated).toHaveLength(59);
    const missed = stated.filter(({ text, what, value }) => {
      const base = value.includes("127.0.0.1:8097") ? "http://127.0.0.1:8097/" : "http://example.com/";
      const first = readPieces(text, base)?.entries[0];
      // Ours are plain text: what is stated as HTML is compared by its words.
      return what === "link"
        ? first?.url !== URL.parse(value)?.href
        : ![value, titleOf(value)].includes(first?.title ?? "");
    });
    console.info(
      `Feeds: ${stated.length - missed.length} of ${stated.length} titles and links as the corpus states them`,
    );
    // RSS 2.0 whose own elements are all behind a prefix of an unknown name.
    expect(missed.map(({ path }) => path)).toEqual(["tests/wellformed/namespace/rss2.0NSwithModulesNoDefNS.xml"]);
  });
});

const saidOf = /entries\[0\]\['(title|link)(?:_detail'\]\['value)?'\](?: == entries\[1\]\['\w+'\])? == '(.*)'$/;

const hostile = lines("data/hostile/feeds.jsonl", (line) =>
  z.object({ id: z.string(), payload: z.string(), enc: z.string().optional() }).parse(line),
);

describe("documents made to harm who reads them", () => {
  beforeAll(() => bundle({ only: ["feed-worker"] }));

  test("are read or refused, every one of the corpus", () => {
    for (const { payload, enc } of hostile) {
      const text = enc === "base64" ? textOf(payload) : payload;
      for (const { url } of readHere({ text, address }).feed?.entries ?? []) expect(url).toMatch(/^https?:\/\//);
    }
    expect(hostile.length).toBeGreaterThan(300);
  });

  test.each(["billion-laughs-rss.xml", "deep-1000.xml", "xxe-file.xml"])("%s grows into nothing", (file) => {
    const { feed } = readHere({ text: readFileSync(shared(`data/hostile/xml/${file}`), "utf8"), address });
    expect(JSON.stringify(feed).length).toBeLessThan(2_000);
    expect(JSON.stringify(feed)).not.toContain("root:");
  });

  test("are given up in their own thread when they take too long, and the next is read", async () => {
    // microformats-parser takes minutes over this one.
    const deep = readSite({ text: "<div class=h-entry>".repeat(100_000), address });
    const plain = readSite({ text: "<link rel=alternate type=application/rss+xml href=/feed>", address });
    expect(await deep).toEqual({ feed: null, feeds: [], me: [] });
    expect((await plain).feeds).toEqual(["https://candy.example/feed"]);
  });

  test("have titles of one line of words: no markup, no controls, nothing that turns the line round", () => {
    expect(titleOf("<b>Chairs</b> &amp; <script>alert(1)</script>stools")).toBe("Chairs & stools");
    expect(titleOf("a\u202Eb\u0000c\u200B\n\td", "text")).toBe("abc d");
    expect(titleOf("AT&amp;T and <em>more", "text")).toBe("AT&amp;T and <em>more");
    expect([...titleOf("long ".repeat(100))].length).toBeLessThanOrEqual(160);
    expect(titleOf("\u202E\u200B")).toBe("");
  });
});

describe("a site's document", () => {
  const rss = (items: string) => `<rss version="2.0"><channel><title>Candy</title>${items}</channel></rss>`;

  test("is read as RSS, with relative links resolved, the newest first, and addresses of other kinds left out", () => {
    const { feed } = readHere({
      address,
      text: rss(
        `<item><title>Old</title><link>old</link><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>
         <item><title>New</title><link>/new</link><pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate></item>
         <item><title>Bad</title><link>javascript:alert(1)</link><pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate></item>`,
      ),
    });
    expect(feed).toEqual({
      title: "Candy",
      entries: [
        { title: "New", url: "https://candy.example/new", writtenAt: new Date("2026-11-03T10:00:00Z") },
        { title: "Old", url: "https://candy.example/blog/old", writtenAt: new Date("2026-11-02T10:00:00Z") },
      ],
    });
  });

  test("is read as JSON Feed; what has no title is called by its first words", () => {
    const text = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Notes",
      items: [{ id: "1", url: "https://candy.example/1", content_html: "<p>Sat in <i>one</i> all day.</p>" }],
    });
    expect(readHere({ text, address }).feed?.entries).toEqual([
      { title: "Sat in one all day.", url: "https://candy.example/1", writtenAt: null },
    ]);
  });

  test("names its feeds, those of comments last, resolved against its base", () => {
    const text = `<html><head><base href="https://www.candy.example/"><!-- <link rel=alternate type=application/rss+xml href=/no> -->
      <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel="alternate" type="application/atom+xml" href="posts.atom"><link rel="alternate" type="text/html" href="/en">
      <a rel="me nofollow" href="/about">Me</a></head><body class="h-entry"></body></html>`;
    expect(readHere({ text, address })).toEqual({
      feed: null,
      feeds: ["https://www.candy.example/posts.atom", "https://www.candy.example/comments/feed"],
      me: ["https://www.candy.example/about"],
    });
  });

  test("is its own feed where it is marked up as one", () => {
    const text = `<div class="h-feed"><h1 class="p-name">Candy</h1><article class="h-entry"><a class="u-url p-name" href="a">A &amp; b</a>
      <time class="dt-published" datetime="2026-11-01T10:00:00Z"></time></article></div>`;
    expect(readHere({ text, address }).feed).toEqual({
      title: "Candy",
      entries: [{ title: "A & b", url: "https://candy.example/blog/a", writtenAt: new Date("2026-11-01T10:00:00Z") }],
    });
  });
});
