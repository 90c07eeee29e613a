import { describe, expect, test } from "vitest";
import { hashOf, quotedIn, withNotes } from "./quoted";

const quote = (words: string, hash = hashOf(words)) =>
  `<blockquote>\n<p>${words}</p>\n<p>— <a href="/c/abcdefghij#q-${hash}">Candy</a></p>\n</blockquote>`;

describe("a quote in a body", () => {
  test("is found with its words, and not where its words were changed", () => {
    expect(quotedIn(`<p>a</p>${quote("Some words")}<p>b</p>`)).toMatchObject([
      { key: "abcdefghij", words: "Some words" },
    ]);
    expect(quotedIn(quote("Other words", hashOf("Some words")))).toEqual([]);
    expect(quotedIn("<blockquote><p>Nobody's</p></blockquote>")).toEqual([]);
  });

  test("bears a note while its words are gone, and loses it again", () => {
    const body = quote("Some words");
    const noted = withNotes(body, () => true);
    expect(noted).toContain("</a><small> · not in the original as it stands now</small></p>");
    expect(withNotes(noted, () => true)).toBe(noted);
    expect(withNotes(noted, () => false)).toBe(body);
  });

  test("is looked for in no more time than the body is long", () => {
    const before = process.cpuUsage();
    quotedIn("<blockquote>".repeat(50_000) + '<p>— <a href="/c/'.repeat(50_000));
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(300);
  });
});
