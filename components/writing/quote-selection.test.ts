import { describe, expect, test } from "vitest";
import { hashOf, quotedIn } from "#/server/platform/text";
import { renderMarkdownHere } from "#/server/platform/text/render";
import { escapedWords, quoteOf } from "./quote-selection";

const taken = [
  "Plain words.",
  "2*3*4 and _this_ and `that`, [a link](x) and <b>bold</b> &amp; more",
  "Two paragraphs.\n\nThe second has\ntwo lines.",
  "1. not a list\n\n- nor this\n\n# nor a heading\n\n> nor a quote",
  "@candy is named, and https://example.org/a_b_c is an address, and so is www.example.org",
  "~~no~~ | no | table\n\n--- \n\n=== end",
  "日本語の言葉、そして絵文字 🌱",
];

describe("quoted words", () => {
  test.each(taken)("come out as they were taken, and are recognised by their hash: %j", async (words) => {
    const quote = await quoteOf({ words, name: "Candy [x]", path: "/c/abcdefghij", place: null });
    const { html } = renderMarkdownHere(`${quote}\n\nMine.`, { headingsFrom: 3 });
    const folded = words.replace(/\s+/g, " ").trim();
    expect(quotedIn(html)).toEqual([{ of: "comment", key: "abcdefghij", hash: hashOf(folded), words: folded }]);
    expect(html).toContain("<p>Mine.</p>");
    expect(html).not.toContain('class="mention"');
    expect(html).not.toMatch(/<(?:b|strong|em|code|h\d|ul|ol|del|table)>/);
  });

  test("are escaped only where a sign would mean something", () => {
    expect(escapedWords("Well, no - really: 3.5 (or so) #1!")).toBe("Well, no - really: 3.5 (or so) #1!");
  });
});
