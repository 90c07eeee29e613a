import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { z } from "zod";
import { settings } from "#/db/schema/site";
import { readable } from "#/server/api/readable";
import { lines } from "#/server/testing/shared";
import { test, type Village } from "#/server/testing/village";
import { DomainError } from "../errors";
import { readWaitingWords } from "./commands";
import { wishOf } from "./box";
import { asked } from "./input";
import { queryOf } from "./tsquery";

const texts = (path: string) =>
  lines(path, (line) => Object.values(z.record(z.string(), z.unknown()).parse(line)))
    .flat()
    .filter((value) => typeof value === "string");

async function withoutLimits(village: Village) {
  const values = ["search.minute", "search.address-minute"].map((key) => ({ key, value: 1e6, changedAt: new Date() }));
  await village.db.insert(settings).values(values);
  return village.as("Justin").search;
}

/** What PostgreSQL is asked for a text in the box, without the searching. */
const asQuery = async (village: Village, q: string) =>
  queryOf(village.context(null), wishOf(asked.parse(readable({ q }))), "english");

/** Answers, or refuses with a reason; a mistake of ours is neither. */
async function isCalm(asked: Promise<unknown>): Promise<"answered" | "refused"> {
  try {
    await asked;
    return "answered";
  } catch (error) {
    if (error instanceof DomainError || (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR"))
      return "refused";
    throw error;
  }
}

describe("search answers calmly", () => {
  test("every naughty string, and every attempt to speak to the database, in every place for words", async ({
    village,
  }) => {
    const search = await withoutLimits(village);
    const strings = [...texts("data/hostile/naughty-strings.jsonl"), ...texts("data/hostile/sqli.jsonl")];
    expect(strings.length).toBeGreaterThan(500);
    for (const [nth, text] of strings.entries()) {
      const phrase = `"${text.slice(0, 60)}" ${text.slice(0, 30)}* -${text.slice(0, 30)} OR ${text.slice(0, 30)}`;
      const [q, from] = nth % 2 === 0 ? [text, undefined] : [phrase, text];
      await isCalm(asQuery(village, q));
      if (nth % 8 < 2) await isCalm(search.words({ q, from, tag: from?.slice(0, 80), after: from?.slice(0, 20) }));
    }
  }, 60_000);

  test.for([
    '"',
    '""',
    "-",
    "OR",
    "OR OR OR",
    "| | |",
    "- - -",
    "*",
    "**",
    "a*",
    "-*",
    "from:",
    "tag:",
    "in:",
    "in:nowhere",
    "-from:candy",
    "before:",
    'from:"',
    "a OR",
    "OR a",
    "-a OR -b",
    "a -a",
    "()",
    "!!",
    "a & b",
    "a <-> b",
    "a:*",
    "'a':*",
    "\\",
    "'",
    "﹨",
    "＇*",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "(.*)+$",
    "%",
    "_",
    "\u202e",
    "🎉",
    "ﷺ*",
    "﹨'*",
    "x".repeat(200),
    '"'.repeat(200),
    "-".repeat(200),
    "a ".repeat(16),
    "\u0301".repeat(200),
    "⑴*",
    "c++*",
  ])("%j", async (q, { village }) => {
    await isCalm(village.as("Justin").search.words({ q }));
  });

  test("whatever anybody makes up", async ({ village }) => {
    const search = await withoutLimits(village);
    const bit = fc.oneof(
      fc.constantFrom(
        '"',
        "-",
        "*",
        "OR",
        "|",
        "from:",
        "tag:",
        "in:",
        "before:",
        "after:2026",
        ":",
        " ",
        "(",
        "&",
        "!",
        "\\",
        "'",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.lorem({ maxCount: 2 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(bit, { maxLength: 12 }),
        fc.constantFrom("best" as const, "newest" as const),
        async (bits, order) => {
          await isCalm(search.words({ q: bits.join("").slice(0, 200), order }));
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

test("a text of any kind is kept and can be searched, whatever is in it", async ({ village }) => {
  const search = await withoutLimits(village);
  const { key } = await village.as("Kofi").posts.write({ title: "Of whales", source: "Here.", publish: true });
  const hostile = [
    Array.from({ length: 30_000 }, (_, n) => n.toString(36))
      .join(" ")
      .slice(0, 99_000),
    "ﷺ".repeat(20_000),
    `${"x".repeat(90_000)} end`,
    "\u0301".repeat(50_000),
    "<p>&&amp;<<em>".repeat(5_000),
  ];
  for (const [nth, source] of hostile.entries()) {
    village.later(60_000);
    const { key: made } = await village.as("Bert").comments.write({ postKey: key, source: `Walrus${nth} ${source}` });
    while ((await readWaitingWords(village.context(null))) > 0);
    const { items } = await search.words({ q: `walrus${nth}` });
    expect(items[0]?.href).toContain(made);
  }
}, 60_000);
