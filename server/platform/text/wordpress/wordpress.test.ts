import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { problemsIn } from "#/server/testing/body";
import { shared } from "#/server/testing/shared";
import { renderHtmlHere } from "../render";

const html = (source: string, place = {}) =>
  renderHtmlHere(source, place).html.replace(/ rel="ugc nofollow noopener"/g, "");

describe("an older WordPress body", () => {
  test.for([
    ["one\n\ntwo\nthree", "<p>one</p>\n<p>two<br />\nthree</p>"],
    ["one\r\n\r\n\r\ntwo", "<p>one</p>\n<p>two</p>"],
    ["<h2>a</h2>\none", "<h2>a</h2><p>one</p>"],
    ["<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
    ["<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p>\n<p>b</p></blockquote>"],
    ["a\n<pre>x\n\ny</pre>\nb", "<p>a</p><pre>x\n\ny</pre><p>b</p>"],
    ["a<!--more-->\n\nb", "<p>a</p>\n<p>b</p>"],
    ["a <!-- never closed", "<p>a  never closed</p>"],
    ["<p>a\n\nb</p>", "<p>a</p>\n<p>b</p>"],
  ] as const)("%j becomes paragraphs", ([source, expected]) => {
    expect(html(source)).toBe(expected);
  });

  test("shows an address as a link, without the sentence around it", () => {
    expect(html("See http://a.example/?b=1&amp;c (or http://d.example/e).")).toBe(
      '<p>See <a href="http://a.example/?b=1&amp;c">http://a.example/?b=1&amp;c</a> ' +
        '(or <a href="http://d.example/e">http://d.example/e</a>).</p>',
    );
    expect(html("<code>http://a.example/</code>")).toBe("<p><code>http://a.example/</code></p>");
  });

  test("finds what its relative addresses meant", () => {
    expect(html('<a href="../b/">b</a>', { relativeTo: "https://old.example/2007/a/" })).toBe(
      '<p><a href="https://old.example/2007/b/">b</a></p>',
    );
  });
});

describe("a shortcode", () => {
  const cat = "/pictures/0123456789abcdefghjk-320x200";
  const image = `<img src="${cat}" alt="cat" />`;
  const shown = `<img src="${cat}" width="320" height="200" alt="cat" loading="lazy" decoding="async" />`;

  test.for([
    [`[caption id="x" width="300"]${image} A cat[/caption]`, `<figure>${shown}<figcaption>A cat</figcaption></figure>`],
    [`[caption caption="A cat"]${image}[/caption]`, `<figure>${shown}<figcaption>A cat</figcaption></figure>`],
    ["[embed]https://a.example/v[/embed]", '<p><a href="https://a.example/v">https://a.example/v</a></p>'],
    ["[youtube=https://a.example/v]", '<p><a href="https://a.example/v">https://a.example/v</a></p>'],
    [
      '[video mp4="https://a.example/v.mp4"][/video]',
      '<p><a href="https://a.example/v.mp4">https://a.example/v.mp4</a></p>',
    ],
    [
      '[code lang="php"]\nif (a < b) { }\n\n$c[/code]',
      '<pre><code class="language-php">if (a &lt; b) { }\n\n$c</code></pre>',
    ],
    ["[sourcecode]a &lt; b[/sourcecode]", "<pre><code>a &lt; b</code></pre>"],
    ['[gallery ids="1,2"]', ""],
    ["[[gallery]]", "<p>[gallery]</p>"],
    ["[Continued from above]", "<p>[Continued from above]</p>"],
    ["[unknown a=b]words[/unknown]", "<p>[unknown a=b]words[/unknown]</p>"],
  ] as const)("written %s is shown as what it meant", ([source, expected]) => {
    expect(html(source)).toBe(expected);
  });
});

describe("a player from elsewhere", () => {
  const link = '<a href="https://a.example/v">https://a.example/v</a>';

  test.for([
    ['<iframe src="https://a.example/v"></iframe>', `<p>${link}</p>`],
    [
      '<object><param name="movie" value="https://a.example/v"><embed src="https://a.example/v"></object>',
      `<p>${link}</p>`,
    ],
    ['<video controls><source src="https://a.example/v">No video.</video>', `<p>${link}No video.</p>`],
    ['<iframe src="javascript:x"></iframe>', ""],
  ] as const)("%s is a link to what it would have played", ([source, expected]) => {
    expect(html(source)).toBe(expected);
  });
});

describe("a body of the block editor", () => {
  test("keeps its own paragraphs", () => {
    const source =
      "<!-- wp:paragraph -->\n<p>a\nb</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:separator -->\n<hr/>\n<!-- /wp:separator -->";
    expect(html(source)).toBe("<p>a\nb</p>\n<hr />");
  });
});

describe("the bodies of real exports", () => {
  test.for([
    "real-cc-labs-blog",
    "wptt-theme-unit-test",
    "a11y-theme-unit-test",
    "wpimporter-theme-unit-test-data",
    "pelican-wordpressexport",
  ])("in %s are safe and lose no paragraph of words", (file) => {
    const xml = readFileSync(shared(`data/imports/wxr/${file}.xml`), "utf8");
    const bodies = Array.from(
      xml.matchAll(/<(?:content:encoded|wp:comment_content)><!\[CDATA\[([^]*?)\]\]>/g),
      ([, body = ""]) => body,
    );
    expect(bodies.length).toBeGreaterThan(20);
    for (const body of bodies) {
      const { html } = renderHtmlHere(body, {});
      expect(problemsIn(html), body).toEqual([]);
      const words = (text: string) =>
        new Set(text.replace(/<[^>]*>|&[a-z0-9#]+;|\[[^\]]*\]/gi, " ").match(/\p{L}{4,}/gu));
      const left = words(html);
      const meant = words(body.replace(/<!--[^]*?-->|<(script|style)[^]*?<\/\1>/gi, " "));
      expect(
        Array.from(meant).filter((word) => !left.has(word)),
        body,
      ).toEqual([]);
    }
  });
});
