import { type SQL, sql } from "drizzle-orm";
import { searchWords as w } from "#/db/schema/search";

/**
 * How the newest things that match are found, before it is asked who may read them (docs/decisions on search):
 * `walk` looks at the newest so many words, whatever they are, and keeps what matches: quick where much does.
 * `gather` asks the index of words for all that match since an instant: quick where little does.
 * Either gives at most `most` of them, the newest.
 */
export type Stage = { how: "walk"; words: number; most: number } | { how: "gather"; since: Date | null; most: number };

/** A select of what matches: `id, post_id, comment_id, author_id, at, rank`. Without words everything matches. */
export function candidates(stage: Stage, query: string | null, within: SQL): SQL {
  const ids = sql.raw("id, post_id, comment_id, author_id, at");
  const newest = sql.raw("order by at desc, id desc");
  if (query === null) return sql`select ${ids}, 0 as rank from ${w} where ${within} ${newest} limit ${stage.most}`;

  const matches = sql`words @@ ${query}::tsquery`;
  const rank = sql`(1e6 * ts_rank_cd(words, ${query}::tsquery, 1))::bigint as rank`;
  if (stage.how === "walk")
    return sql`select ${ids}, ${rank} from (
      select ${ids}, words from ${w} where ${within} ${newest} limit ${stage.words}
    ) lately where ${matches} ${newest} limit ${stage.most}`;
  const since = stage.since ? sql`and at >= ${stage.since}` : sql``;
  // Materialised, or the planner would walk all there is for the sake of the limit.
  return sql`with matching as materialized (select ${ids}, ${rank} from ${w} where ${matches} and ${within} ${since})
    select * from matching ${newest} limit ${stage.most}`;
}

/** From when to when the newest so many words are; no `until` where there are not so many. By the index alone. */
export function lengthOfWalk(within: SQL, words: number): SQL {
  const nth = (offset: number) =>
    sql`(select at from ${w} where ${within} order by at desc, id desc offset ${offset} limit 1)`;
  return sql`select ${nth(0)} as since, ${nth(words - 1)} as until`;
}
