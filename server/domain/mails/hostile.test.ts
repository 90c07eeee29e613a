import { expect, test } from "vitest";
import { z } from "zod";
import { lines } from "#/server/testing/shared";
import { compose } from "./compose";

const entry = z.object({ id: z.string(), payload: z.string() });
const corpus = ["xss-html", "xss-dompurify", "xss-markdown", "naughty-strings"].flatMap((file) =>
  lines(`data/hostile/${file}.jsonl`, (line) => entry.parse(line)),
);

/** A letter about a thread in which somebody's words stand everywhere that words of others can. */
const letterOf = (payload: string) =>
  compose(payload, {
    paragraphs: [`New under “${payload}”:`],
    quotes: [{ head: payload, words: payload, path: "/p/aaaaaaaaaa/a-post?c=bbbbbbbbbb#c-bbbbbbbbbb" }],
    after: payload,
    act: { label: payload, path: "/p/aaaaaaaaaa/a-post#comments" },
    foot: payload,
    links: [{ label: payload, path: "/settings/conversations" }],
  });

/** What a program sees of a document: its marks with their attributes, without the words between them. */
const marksOf = (html: string) => html.match(/<[^>]*>/g) ?? [];

test("a letter that carries words made to harm has the marks of any other, and the words as they are", () => {
  const usual = marksOf(letterOf("words").html);
  const wrong = corpus.filter(({ payload }) => {
    const { html, text } = letterOf(payload);
    return JSON.stringify(marksOf(html)) !== JSON.stringify(usual) || !text.includes(payload);
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
  expect(corpus.length).toBeGreaterThan(1_000);
  expect(marksOf(`${letterOf("words").html}<b onclick=alert(1)>`)).not.toEqual(usual);
});
