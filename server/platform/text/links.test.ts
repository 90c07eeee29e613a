import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparable, linksIn } from "./links";

describe("an address made comparable", () => {
  test.for([
    ["https://example.org/a", "https://example.org/a"],
    ["http://www.Example.ORG:80/a/", "https://example.org/a"],
    ["https://example.org", "https://example.org"],
    ["https://example.org./", "https://example.org"],
    ["https://example.org:8443/a", "https://example.org:8443/a"],
    ["https://example.org/a/index.html", "https://example.org/a"],
    ["https://example.org/a#comments", "https://example.org/a"],
    ["https://example.org/a?utm_source=x&utm_medium=y&fbclid=z", "https://example.org/a"],
    ["https://example.org/?p=7&a=1&utm_id=3", "https://example.org?a=1&p=7"],
    ["https://example.org/?t=2&t=1", "https://example.org?t=2&t=1"],
    ["https://example.org/%7Ejustin/caf%c3%a9", "https://example.org/~justin/caf%C3%A9"],
    ["https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"],
    ["https://example.org/A", "https://example.org/A"],
    ["  https://example.org/a  ", "https://example.org/a"],
  ] as const)("%s is %s", ([written, expected]) => {
    expect(comparable(written)).toBe(expected);
  });

  test.for([
    "",
    "example.org/a",
    "mailto:a@example.org",
    "javascript:alert(1)",
    "ftp://example.org/",
    "https://me:secret@example.org/",
    `https://example.org/${"a".repeat(1000)}`,
  ])("is none for %s", (written) => {
    expect(comparable(written)).toBeNull();
  });

  test("stays as it is when it is made comparable again", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = comparable(url);
        if (once !== null) expect(comparable(once)).toBe(once);
      }),
    );
  });
});

test("links are found in sanitised HTML, each once, our own pages left out", () => {
  const html =
    '<p><a href="https://example.org/a?b=1&amp;c=2" rel="ugc">a</a> <a href="/p/1">here</a> <a href="https://www.example.org/a/?c=2&amp;b=1">again</a> &lt;a href="https://no.example"&gt;</p>';
  expect(linksIn(html)).toEqual(["https://example.org/a?b=1&c=2"]);
  const many = Array.from({ length: 300 }, (_, at) => `<a href="https://example.org/${at}">x</a>`).join("");
  expect(linksIn(many)).toHaveLength(100);
});
