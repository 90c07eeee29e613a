import { expect, test } from "vitest";
import { z } from "zod";
import { lines } from "#/server/testing/shared";
import { cardHtml } from "./card-html";
import { lineHtml } from "./line-html";

const entry = z.object({ id: z.string(), payload: z.string() });
const corpus = ["xss-html", "xss-dompurify", "xss-markdown", "naughty-strings"].flatMap((file) =>
  lines(`data/hostile/${file}.jsonl`, (line) => entry.parse(line)),
);

/** The line under a comment, whatever a stranger's feed calls its post, its author and its host. */
const lineOf = (said: string) =>
  lineHtml("aaaaaaaaaa", {
    name: said,
    handle: "candy",
    words: said,
    title: said,
    href: "/l/aaaaaaaaaa",
    host: said,
    verified: true,
    earned: false,
    writtenAt: null,
    clicks: 3,
    can: { remove: true },
  });

const piece = (title: string) => ({ title, href: "https://candy.example/a", writtenAt: null, host: "candy.example" });

/** The card beside a name, the same. */
const cardOf = (said: string) =>
  cardHtml({
    name: said,
    handle: "candy",
    bio: said,
    joinedAt: new Date(0),
    suspended: false,
    is: "none",
    mutual: 0,
    site: { host: said, address: "https://candy.example/", verified: true },
    comments: 1,
    threads: [{ title: said, href: "/p/aaaaaaaaaa/a", at: null }],
    latest: [piece(said)],
    clicks: 2,
  });

const marksOf = (html: string) => html.match(/<[^>]*>/g) ?? [];

test("whatever a feed, a name or a site says, the line and the card have the marks of any other", () => {
  for (const print of [lineOf, cardOf]) {
    const usual = marksOf(print("words"));
    expect(usual.length).toBeGreaterThan(8);
    const wrong = corpus.filter(({ payload }) => JSON.stringify(marksOf(print(payload))) !== JSON.stringify(usual));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  }
});
