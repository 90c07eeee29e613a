import { describe, expect, test } from "vitest";
import { picturesIn } from "./pictures";
import { renderMarkdownHere } from "./render";

const html = (source: string, place = {}) => renderMarkdownHere(source, place).html;

describe("a mention", () => {
  const to = (handle: string) => `<a href="/m/${handle.toLowerCase()}" class="mention">@${handle}</a>`;

  test.for([
    ["@candy", to("candy")],
    ["Hello @Candy!", `Hello ${to("Candy")}!`],
    ["(@justin_x), @shawn-p.", `(${to("justin_x")}), ${to("shawn-p")}.`],
    ["**@candy**", `<strong>${to("candy")}</strong>`],
    ["@candy's", `${to("candy")}'s`],
  ] as const)("is made of %s", ([source, expected]) => {
    expect(html(source)).toBe(`<p>${expected}</p>`);
  });

  test.for([
    "`@candy`",
    "    @candy",
    "```\n@candy\n```",
    "[@candy](https://example.org)",
    "candy@example.org",
    "x@candy",
    "@candy@example.org",
    "@candy.example",
    "https://example.org/@candy",
    "@ab",
    `@${"a".repeat(31)}`,
    "\\@candy",
    "@@candy",
  ])("is not made of %s", (source) => {
    expect(html(source)).not.toContain("mention");
  });
});

describe("a heading", () => {
  test("stands under the page's own, and never skips a level", () => {
    expect(html("# a\n### b\n# c\n###### d")).toBe("<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>\n<h3>d</h3>");
    expect(html("### a\n# b", { headingsFrom: 3 })).toBe("<h3>a</h3>\n<h3>b</h3>");
    expect(html("# a\n## b\n### c", { headingsFrom: 5 })).toBe("<h5>a</h5>\n<h6>b</h6>\n<h6>c</h6>");
  });
});

describe("a link", () => {
  const rel = 'rel="ugc nofollow noopener"';

  test.for([
    ["[a](https://example.org/x)", `<a href="https://example.org/x" ${rel}>a</a>`],
    ["www.example.org", `<a href="http://www.example.org/" ${rel}>www.example.org</a>`],
    ["[a](/p/1)", '<a href="/p/1">a</a>'],
    ["[a](#there)", '<a href="#there">a</a>'],
    ["[a](https://kith.example/p/1?q=2#c)", '<a href="/p/1?q=2#c">a</a>'],
    ["[a](//evil.example)", `<a href="https://evil.example/" ${rel}>a</a>`],
    ["[a](https://kith.example//evil.example)", '<a href="/evil.example">a</a>'],
    ["<candy@example.org>", '<a href="mailto:candy@example.org">candy@example.org</a>'],
    ["[a](javascript:alert(1))", "[a](javascript:alert(1))"],
    ["[a](intent:x)", "[a](intent:x)"],
  ] as const)("written %s is shown as it may be", ([source, expected]) => {
    expect(html(source, { linkBase: "https://kith.example" })).toBe(`<p>${expected}</p>`);
  });
});

describe("a picture", () => {
  const cat = "/pictures/0123456789abcdefghjk-1200x900";

  test("of our own is shown when it comes near, in a size that fits, with room left for it", () => {
    const shown = `<p><img src="${cat}" srcset="${cat}?w=480 480w, ${cat}?w=960 960w, ${cat} 1200w" sizes="(max-width: 42rem) 100vw, 40rem" width="1200" height="900" alt="a cat" loading="lazy" decoding="async" /></p>`;
    expect(html(`![a cat](${cat})`)).toBe(shown);
    expect(html(`![a cat](https://kith.example${cat}?w=1#x)`, { linkBase: "https://kith.example" })).toBe(shown);
    expect(picturesIn(shown)).toEqual(["0123456789abcdefghjk"]);
  });

  test("that moves stands still, and leads to where it plays", () => {
    const moving = "/pictures/0123456789abcdefghjk-320x200-plays";
    const still = `<img src="${moving}" width="320" height="200" alt="" loading="lazy" decoding="async" />`;
    expect(html(`![](${moving})`)).toBe(
      `<p><a href="${moving}?play" class="plays" title="Play this picture">${still}</a></p>`,
    );
    expect(html(`[![](${moving})](/p/1)`)).toBe(`<p><a href="/p/1">${still}</a></p>`);
  });

  test.for([
    ["![a cat](https://example.org/cat.png)", "https://example.org/cat.png", "a cat"],
    ["![](//example.org/cat.png?x)", "https://example.org/cat.png?x", "cat.png"],
    ["![a cat](/pictures/../api/trpc)", "/api/trpc", "a cat"],
    ["![a cat](/pictures/0123456789abcdefghjk)", "/pictures/0123456789abcdefghjk", "a cat"],
  ] as const)("from elsewhere, %s, is a link", ([source, address, words]) => {
    expect(html(source)).toMatch(new RegExp(`^<p><a href="${address.replace("?", "\\?")}"[^>]*>${words}</a></p>$`));
  });

  test("inside a link lends its words to it", () => {
    expect(html("[![a cat](https://example.org/cat.png)](/p/1)")).toBe('<p><a href="/p/1">a cat</a></p>');
  });
});

describe("Markdown", () => {
  test("keeps a table's alignment, a fence's language, a line's end and what is struck out", () => {
    expect(html("|a|b|\n|:-:|--|\n|1|2|")).toContain('<th align="center">a</th>\n<th>b</th>');
    expect(html("```js\n1 < 2\n```")).toBe('<pre><code class="language-js">1 &lt; 2\n</code></pre>');
    expect(html("one\ntwo ~~three~~")).toBe("<p>one<br />\ntwo <s>three</s></p>");
  });

  test("keeps HTML as words, and the words of a reader's control characters", () => {
    expect(html("<b>bold</b>")).toBe("<p>&lt;b&gt;bold&lt;/b&gt;</p>");
    expect(html("a\u0000b\u0007c\ud800")).toBe("<p>abc\ufffd</p>");
  });
});
