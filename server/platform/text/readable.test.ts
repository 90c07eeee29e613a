import { describe, expect, test } from "vitest";
import { readableOf } from "./readable";

describe("the readable words of a body", () => {
  test.for([
    ["paragraphs apart", "<p>One\ntwo.</p>\n<p>Three.</p>", "One two.\n\nThree."],
    [
      "a list in lines",
      "<ul>\n<li>milk</li>\n<li>bread <strong>rolls</strong></li>\n</ul>\n<p>End.</p>",
      "- milk\n- bread rolls\n\nEnd.",
    ],
    [
      "a link with its address",
      '<p>See <a href="https://example.org/a?b=1&amp;c" rel="ugc">there</a>.</p>',
      "See there (https://example.org/a?b=1&c).",
    ],
    ["an address once", '<p><a href="https://example.org">https://example.org</a></p>', "https://example.org"],
    ["a mention without one", '<p><a href="/m/candy" class="mention">@candy</a></p>', "@candy"],
    [
      "a picture by its words",
      '<p><img src="/pictures/a.webp" alt="A &lt;chair&gt; in the sun" loading="lazy" /></p>',
      "[A <chair> in the sun]",
    ],
    ["code as it stands", "<pre><code>a\n  b &lt; c\n</code></pre>", "a\n  b < c"],
    ["a line end", "<p>One<br />\ntwo</p>", "One\ntwo"],
    ["a heading and a rule", "<h2>Chairs</h2>\n<hr />\n<p>Sit.</p>", "Chairs\n\n* * *\n\nSit."],
    [
      "a table row by row",
      "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
      "A | B |\n1 | 2 |",
    ],
  ])("has %s", ([, html = "", words]) => {
    expect(readableOf(html)).toBe(words);
  });

  test("takes a long body in time that grows with its length", () => {
    const html = "<p>a <em>b</em> c</p>\n".repeat(20_000);
    expect(readableOf(html)).toHaveLength("a b c".length * 20_000 + 2 * 19_999);
  });
});
