import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shared } from "#/server/testing/shared";
import { countOf, excerptOf, plainOf } from "./plain";
import { slugOf } from "./slug";

describe("plain words", () => {
  test("leave out tags and quotes, and keep words apart", () => {
    expect(
      plainOf("<blockquote>\n<p>you said</p></blockquote><p>I <em>agre</em>e</p><p>a &lt; b &amp;amp;<br />c</p>"),
    ).toBe("I agree a < b &amp; c");
  });

  test("of a body that only quotes are the quote", () => {
    expect(plainOf("<blockquote><p>you said</p></blockquote>")).toBe("you said");
  });
});

describe("an excerpt", () => {
  const paragraphs = readFileSync(shared("data/founding-page.txt"), "utf8")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph.length > 150);

  test("of the founding page's paragraphs ends between two words, within 150 characters", () => {
    expect(paragraphs.length).toBeGreaterThan(10);
    for (const paragraph of paragraphs) {
      const excerpt = excerptOf(paragraph, 150);
      const words = excerpt.slice(0, -1);
      expect(countOf(excerpt)).toBeLessThanOrEqual(150);
      expect(countOf(excerpt)).toBeGreaterThan(125);
      expect(paragraph.startsWith(words)).toBe(true);
      expect(paragraph.slice(words.length)).toMatch(/^[\s,;:–—-]/);
    }
  });

  test("of a short text is the text", () => {
    expect(excerptOf("  short  ", 150)).toBe("short");
    expect(excerptOf("😀".repeat(150), 150)).toBe("😀".repeat(150));
  });

  test("of one endless word, or of a script without spaces, is cut where it must be", () => {
    expect(excerptOf("a".repeat(200), 150)).toMatch(/^a{140,149}…$/);
    expect(countOf(excerptOf("友達と話すのは楽しいです".repeat(30), 150))).toBeGreaterThan(140);
    expect(excerptOf("👩‍👩‍👧".repeat(60), 150)).toMatch(/^(?:👩‍👩‍👧)+…$/u);
  });

  test("is never longer than asked, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.integer({ min: 10, max: 200 }), (text, max) => {
        expect(countOf(excerptOf(text, max))).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe("a count", () => {
  test("is of code points", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(countOf(text)).toBe(Array.from(text).length);
      }),
    );
  });
});

describe("a slug", () => {
  test.for([
    ["Is what you are doing really networking?", "is-what-you-are-doing-really-networking"],
    ["Überraschung: Café, naïve & Straße!", "uberraschung-cafe-naive-strasse"],
    ["Don’t", "dont"],
    ["Łódź øre ﬁn", "lodz-ore-fin"],
    ["友達リクエスト", "友達リクエスト"],
    ["Привет, мир", "привет-мир"],
    ["한국어", "한국어"],
    ["???", "untitled"],
    ["", "untitled"],
  ] as const)("of %s is %s", ([title, slug]) => {
    expect(slugOf(title)).toBe(slug);
  });

  test("is short, whole and the same when made again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (title) => {
        const slug = slugOf(title);
        expect(slug.length).toBeGreaterThan(0);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slug).not.toMatch(/[/?#%\s]|^-|-$|--/);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});
