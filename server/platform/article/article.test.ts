import { describe, expect, test } from "vitest";
import { articleIn } from "./index";

const none = { title: "", site: "", author: "", excerpt: "", writtenAt: null };
const long = "Networking is what people do who would rather be talking, and it shows in how they stand about.";

describe("what a page says of itself", () => {
  test("is read from OpenGraph first", async () => {
    const html = `<html><head><title>Three rules | The Daily</title>
      <meta property="og:title" content="Three rules &amp; no more"><meta property="og:site_name" content="The Daily">
      <meta name="author" content="Susan Cain"><meta property="article:published_time" content="2011-05-02T10:00:00+02:00">
      <meta property="og:description" content="  Leave\nafter   one hour. "></head></html>`;
    expect(await articleIn(html)).toEqual({
      title: "Three rules & no more",
      site: "The Daily",
      author: "Susan Cain",
      excerpt: "Leave after one hour.",
      writtenAt: new Date("2011-05-02T08:00:00Z"),
    });
  });

  test("is read from JSON-LD, also when several wrote it", async () => {
    const data = {
      "@graph": [
        { "@type": "WebSite", name: "No" },
        {
          "@type": ["NewsArticle"],
          headline: "Three rules",
          description: "Leave early.",
          datePublished: "2011-05-02",
          author: [{ name: "Susan" }, { name: "Justin" }],
          publisher: { name: "The Daily" },
        },
      ],
    };
    expect(await articleIn(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toEqual({
      title: "Three rules",
      site: "The Daily",
      author: "Susan, Justin",
      excerpt: "Leave early.",
      writtenAt: new Date("2011-05-02"),
    });
  });

  test("is read from the page itself when it says nothing in its head", async () => {
    const html = `<title>Three rules</title><nav><p>${"menu ".repeat(40)}</p></nav>
      <p>By <a rel="author" href="/s">Susan</a>, <time datetime="2011-05-02">in May</time></p><p>${long}</p>`;
    expect(await articleIn(html)).toEqual({
      ...none,
      title: "Three rules",
      author: "Susan",
      excerpt: long,
      writtenAt: new Date("2011-05-02"),
    });
  });

  test("is cut at a word, on one line, without what turns or hides writing", async () => {
    const html = `<meta property="og:title" content="a\u202eb\u200bc\u0007"><meta name="description" content="${"word ".repeat(200)}">
      <meta name="author" content="https://example.org/susan">`;
    const { title, excerpt, author } = await articleIn(html);
    expect({ title, author }).toEqual({ title: "abc", author: "" });
    expect(excerpt).toMatch(/ word…$/);
    expect(excerpt.length).toBeLessThanOrEqual(300);
  });

  test.for(["", "<", "{}", '<script type="application/ld+json">{"@graph":', "<meta content=x>", "\u0000\ud800"])(
    "is nothing in %j",
    async (html) => {
      expect(await articleIn(html)).toEqual(none);
    },
  );

  test("is markup to nobody: tags in it stay words", async () => {
    expect((await articleIn('<meta property="og:title" content="&lt;img src=x onerror=alert(1)&gt;">')).title).toBe(
      "<img src=x onerror=alert(1)>",
    );
  });

  test("ends where more is open inside one another than in any page, and holds nobody up", async () => {
    const deep = `${"<b>".repeat(60_000)}${"</i>".repeat(50_000)}<h1>Far inside</h1>`;
    expect(await articleIn(deep)).toMatchObject({ title: "" });
    expect(await articleIn(`${"<b>".repeat(300)}<h1>Near</h1>`)).toMatchObject({ title: "Near" });
  });

  test.for(["<", "<p>", "<a rel=author>", '<meta name="', "<!--", "</", "<script type='application/ld+json'>["])(
    "is nothing in two megabytes of %j",
    async (piece) => {
      expect(await articleIn(piece.repeat(2_000_000 / piece.length))).toMatchObject({
        title: "",
        site: "",
        writtenAt: null,
      });
    },
  );
});
