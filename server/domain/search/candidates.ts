import { type SQL, sql } from "drizzle-orm";
import { searchWords as w } from "#/db/schema/search";

/**
 * How the newest things that match are found, before it is asked who may read them (docs/decisions on search):
 * `walk` looks at the newest so many words, whatever they are, and keeps what matches: quick where much does.
 * `gather` asks the index of words for all that match since an instant: quick where little does.
 * Either gives at most `most` of them, the newest.
 */
export type Stage = { how: "walk"; words: number; most: number } | { how: "gather"; since: Date | null; most: number };

type Wanted = { stage: Stage; query: string | null; order: "best" | "newest"; within: SQL };

/** A select of what matches: `id, post_id, comment_id, author_id, at, rank`. Without words everything matches. */
export function candidates({ stage, query, order, within }: Wanted): SQL {
  const ids = sql.raw("id, post_id, comment_id, author_id, at");
  const newest = sql.raw("order by at desc, id desc");
  if (query === null) return sql`select ${ids}, 0 as rank from ${w} where ${within} ${newest} limit ${stage.most}`;

  const matches = sql`words @@ ${query}::tsquery`;
  const rank = order === "best" ? sql`(1e6 * ts_rank_cd(words, ${query}::tsquery, 1))::bigint as rank` : sql`0 as rank`;
  if (stage.how === "walk")
    return sql`select ${ids}, ${rank} from (
      select ${ids}, words from ${w} where ${within} ${newest} limit ${stage.words}
    ) lately where ${matches} ${newest} limit ${stage.most}`;
  const since = stage.since ? sql`and at >= ${stage.since}` : sql``;
  // Materialised, or the planner would walk all there is for the sake of the limit.
  const matching = sql`with matching as materialized (select ${ids}, ctid as line from ${w}
    where ${matches} and ${within} ${since})`;
  if (order === "newest") return sql`${matching} select ${ids}, ${rank} from matching ${newest} limit ${stage.most}`;
  // Ranked are those that are chosen from, not all that match.
  return sql`${matching} select chosen.*, ranked.rank from (select * from matching ${newest} limit ${stage.most}) chosen
    cross join lateral (select ${rank} from ${w} where ctid = chosen.line) ranked`;
}

/**
 * From when to when the newest so many words are, no `oldest` where there are not so many, and when the `first` of all
 * are: by the index alone. `nearly`
 * counts those of them that hold all the words of a phrase, wherever they stand: what the index of words would have fetched.
 */
export function lengthOfWalk(within: SQL, words: number, query: string): SQL {
  const newest = sql`from ${w} where ${within} order by at desc, id desc`;
  const nth = (offset: number) => sql`(select at ${newest} offset ${offset} limit 1)`;
  const unordered = query.replace(/<(?:-|\d+)>/g, "&");
  const nearly = sql`(select count(*)::int from (select words ${newest} limit ${words}) lately
    where words @@ ${unordered}::tsquery)`;
  return sql`select (select min(at) from ${w}) as first, ${nth(0)} as newest, ${nth(words - 1)} as oldest,
    ${unordered === query ? sql`0` : nearly} as nearly`;
}
