import { type SQL, sql } from "drizzle-orm";
import { searchWords as w } from "#/db/schema/search";

/**
 * How the newest things that match are found, before it is asked who may read them (docs/decisions on search):
 * `walk` looks at the newest so many words, whatever they are, and keeps what matches: quick where much does.
 * `gather` asks the index of words for all that match and sorts them: quick where little does.
 * Either gives at most `most` of them, newest first.
 */
export type Stage = { how: "walk"; words: number; most: number } | { how: "gather"; most: number };

const everything = 1_000_000_000;

/** One after the other, until a page is full. */
export const stages: Record<"best" | "newest", Stage[]> = {
  newest: [
    { how: "walk", words: 10_000, most: 500 },
    { how: "gather", most: 500 },
    { how: "gather", most: 10_000 },
    { how: "gather", most: everything },
  ],
  best: [
    { how: "walk", words: 20_000, most: 1_000 },
    { how: "gather", most: 1_000 },
    { how: "gather", most: 10_000 },
  ],
};

/** A select of ids, newest first: `id, post_id, comment_id, author_id, at`. */
export function candidates(stage: Stage, query: string | null, within: SQL): SQL {
  const matches = query === null ? sql`true` : sql`words @@ ${query}::tsquery`;
  const ids = sql.raw("id, post_id, comment_id, author_id, at");
  const newest = sql.raw("order by at desc, id desc");
  if (stage.how === "walk" && query !== null)
    return sql`select ${ids} from (
      select ${ids}, words from ${w} where ${within} ${newest} limit ${stage.words}
    ) lately where ${matches} ${newest} limit ${stage.most}`;
  if (query === null) return sql`select ${ids} from ${w} where ${within} ${newest} limit ${stage.most}`;
  // Materialised, or the planner would walk all there is for the sake of the limit.
  return sql`with matching as materialized (select ${ids} from ${w} where ${matches} and ${within})
    select ${ids} from matching ${newest} limit ${stage.most}`;
}
