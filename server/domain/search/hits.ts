import { sql } from "drizzle-orm";
import type { Reading } from "../context";
import { type Token, tokensOf } from "./fold";
import type { Mark } from "./tsquery";

/** Characters of a page of texts in which hits are looked for. */
const mostOfAll = 400_000;
/** Words that PostgreSQL is asked about at most. */
const mostAsked = 2000;
/** So many first letters a word has in common with its stem. */
const inCommon = 3;

export type Read = { text: string; tokens: Token[] };

/** The texts of a page cut into words, as far as an excerpt is looked for in them. */
export function readAll(texts: string[]): Read[] {
  const each = shareOf(texts.map(({ length }) => length));
  return texts.map((whole) => {
    const text = whole.slice(0, each);
    return { text, tokens: tokensOf(text) };
  });
}

/** What each may have of all: what short ones do not need is left to the long. */
function shareOf(lengths: number[]): number {
  let left: number = mostOfAll;
  for (const [nth, length] of lengths.toSorted((one, other) => one - other).entries()) {
    const share = Math.floor(left / (lengths.length - nth));
    if (length > share) return share;
    left -= length;
  }
  return mostOfAll;
}

/**
 * Says of a word which of the looked-for it is, or -1: asked of PostgreSQL, whose stems they are, for those words of the
 * texts that could be one. At most one statement.
 */
export async function marksIn(ctx: Pick<Reading, "db">, texts: Read[], marks: Mark[], language: string) {
  const stems = new Map(marks.flatMap(({ lexeme, prefix }, nth) => (prefix ? [] : [[lexeme, nth] as const])));
  const beginnings = marks.flatMap(({ lexeme, prefix }, nth) => (prefix ? [{ lexeme, nth }] : []));
  const known = language === "simple" ? stems : await stemmed(ctx, texts, stems, language);
  return (folded: string): number =>
    known.get(folded) ?? beginnings.find(({ lexeme }) => folded.startsWith(lexeme))?.nth ?? -1;
}

async function stemmed({ db }: Pick<Reading, "db">, texts: Read[], stems: Map<string, number>, language: string) {
  const starts = new Set([...stems.keys()].map((stem) => stem.slice(0, inCommon)));
  const asked = new Set<string>();
  for (const { tokens } of texts)
    for (const { folded } of tokens)
      if (asked.size < mostAsked && starts.has(folded.slice(0, inCommon))) asked.add(folded);
  if (asked.size === 0) return new Map<string, number>();
  const { rows } = await db.execute<{ word: string; lexemes: string[] }>(sql`
    select word, tsvector_to_array(to_tsvector(${language}::regconfig, word)) as lexemes
    from json_array_elements_text(${JSON.stringify([...asked])}::json) word`);
  return new Map(
    rows.flatMap(({ word, lexemes }) => {
      const nth = lexemes.map((lexeme) => stems.get(lexeme)).find((it) => it !== undefined);
      return nth === undefined ? [] : [[word, nth] as const];
    }),
  );
}
