import { type SQL, sql } from "drizzle-orm";
import type { Reading } from "../context";
import type { Term, Wish } from "./box";
import { fail } from "./errors";

/** A wish as PostgreSQL reads it, and the words by which it is seen in a text. */
export type Query = { text: string; marks: Mark[] };
export type Mark = { lexeme: string; prefix: boolean };

/** How far back a beginning may be cut to meet a word that was stemmed: "connecti*" is to find "connection". */
const longestEnding = 3;
const shortestStem = 4;

/** The words of a wish in the site's language. Null where it names none. */
export async function queryOf({ db }: Pick<Reading, "db">, { groups }: Wish, language: string): Promise<Query | null> {
  if (groups.length === 0) return null;
  const anded = sql.join(
    groups.map((terms) => anyOf(terms, language)),
    sql` && `,
  );
  const marked = groups.flat().filter(({ not }) => !not);
  const { rows } = await db.execute<{ text: string; nodes: number; marks: string[][] }>(sql`
    select q::text as text, numnode(q) as nodes, to_json(array[${sql.join(
      [sql`'{}'::text[]`, ...marked.map((term) => lexemesOf(term, language))].map((one) => sql`to_json(${one})`),
      sql`, `,
    )}]) as marks
    from (select ${anded} as q) asked`);
  const [row] = rows;
  if (!row || row.nodes === 0) return null;
  const marks = row.marks.slice(1).flatMap((lexemes, nth) => {
    const prefix = marked[nth]?.prefix ?? false;
    return lexemes.map((lexeme, place) => ({ lexeme, prefix: prefix && place === lexemes.length - 1 }));
  });
  return { text: row.text, marks };
}

/** Refuses a wish whose words would find everything that there is, or nothing. */
export function refuseEmpty(query: Query | null, { groups }: Wish, isNarrowed: boolean): void {
  if (groups.length === 0 || isNarrowed) return;
  if (groups.flat().every(({ not }) => not)) fail("search-only-without");
  if (!query) fail("search-only-common-words");
}

const folded = (words: string): SQL => sql`btrim(kith_fold(${words}))`;
const anyOf = (terms: Term[], language: string): SQL =>
  sql`(${sql.join(
    terms.map((term) => oneOf(term, language)),
    sql` || `,
  )})`;

function oneOf({ words, prefix, not }: Term, language: string): SQL {
  const found = prefix
    ? beginningWith(words, language)
    : sql`phraseto_tsquery(${language}::regconfig, kith_fold(${words}))`;
  return not ? sql`!!(${found})` : found;
}

/** `words` are letters only, so nothing in them is grammar to PostgreSQL. */
function beginningWith(words: string, language: string): SQL {
  const begun = sql`(case when ${folded(words)} = '' then ''::tsquery
    else to_tsquery('simple', '''' || ${folded(words)} || ''':*') end)`;
  if (language === "simple" || words.includes(" ")) return begun;
  const stems = Array.from({ length: longestEnding }, (_, nth) => words.slice(0, -1 - nth)).filter(
    (stem) => stem.length >= shortestStem,
  );
  return sql`(${sql.join([begun, ...stems.map((stem) => sql`plainto_tsquery('simple', kith_fold(${stem}))`)], sql` || `)})`;
}

/** What a term's words are in the index; of a beginning, the words as they stand. */
const lexemesOf = ({ words, prefix }: Term, language: string): SQL =>
  prefix
    ? sql`regexp_split_to_array(${folded(words)}, ' +')`
    : sql`tsvector_to_array(to_tsvector(${language}::regconfig, kith_fold(${words})))`;
