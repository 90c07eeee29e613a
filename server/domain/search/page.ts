import { and, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { searchWords } from "#/db/schema/search";
import { wordsVisibleTo } from "../comments/policy";
import { notMuted } from "../connections/policy";
import type { Reading } from "../context";
import type { Cursor } from "../cursor";
import { visibleTo as postVisibleTo } from "../posts/policy";
import { candidates, type Stage, stages } from "./candidates";

/** What a page of findings is made of: the words, what narrows them, in which order, from where on. */
export type Sought = {
  query: string | null;
  within: SQL;
  order: "best" | "newest";
  place: Cursor | null;
  limit: number;
  /** Whether also those are wanted whom the viewer muted: they were asked for by name. */
  muted: boolean;
};

const row = z.object({
  id: z.string(),
  at: z.coerce.date(),
  rank: z.coerce.number(),
  commentKey: z.string().nullable(),
  postKey: z.string(),
  slug: z.string(),
  title: z.string(),
  html: z.string(),
  name: z.string().nullable(),
  handle: z.string().nullable(),
  guestName: z.string().nullable(),
  guestSite: z.string().nullable(),
  hidden: z.boolean(),
  held: z.boolean(),
});
export type Row = z.infer<typeof row>;
const answer = z.object({ total: z.number(), found: z.array(row) });

/** What this viewer may read of it, a page and one more. Stage after stage, until the page is full or there is no more. */
export async function pageOf(ctx: Reading, sought: Sought): Promise<Row[]> {
  let found: Row[] = [];
  for (const stage of stages[sought.order]) {
    if (stage.how === "walk" && sought.query === null) continue;
    const { rows } = await ctx.db.execute(staged(ctx, sought, stage));
    const { total, ...there } = answer.parse(rows[0]);
    found = there.found;
    if (isEnough(sought, stage, total, found.length)) return found;
  }
  return found;
}

function isEnough({ order, place, limit }: Sought, stage: Stage, total: number, found: number): boolean {
  const isFull = found > limit;
  if (stage.how === "gather")
    return isFull || total < stage.most || (order === "best" && (place !== null || found > 0));
  // A ranking is worth something once there is something to choose from; every page of it ranks the same things.
  return order === "newest" ? isFull : total >= stage.most / 4 && (isFull || place !== null);
}

/** `read`, as the nouns say it, over the post and the comment a row stands for: nothing else decides who finds what. */
const visible = ({ viewer, now }: Reading, muted: boolean): SQL =>
  and(
    postVisibleTo(viewer),
    isNotNull(posts.publishedAt),
    or(isNull(sql`near.comment_id`), and(isNotNull(comments.id), wordsVisibleTo(viewer))),
    muted ? undefined : notMuted(viewer, sql`near.author_id`, now()),
  ) ?? sql`false`;

function staged(ctx: Reading, sought: Sought, stage: Stage): SQL {
  const { query, order, place } = sought;
  const within = and(
    sought.within,
    order === "newest" && place ? sql`(at, id) < (${place.at}, ${place.id}::uuid)` : undefined,
  );
  const ranked = order === "best" && query !== null;
  const rank = ranked ? sql`(1e6 * ts_rank_cd(ranked.words, ${query}::tsquery, 1))::bigint` : sql`0`;
  const behind = ranked && place ? sql`and (${rank}, near.id) < (${place.at.getTime()}, ${place.id}::uuid)` : sql``;
  return sql`
    with near as materialized (${candidates(stage, query, within ?? sql`true`)})
    select (select count(*)::int from near) as total, coalesce(json_agg(page), '[]') as found from (
      select near.id, near.at, ${rank} as rank, ${comments.key} as "commentKey", ${posts.key} as "postKey",
        ${posts.slug} as slug, ${posts.title} as title, coalesce(${comments.html}, ${posts.html}) as html,
        ${members.name} as name, ${members.handle} as handle, ${comments.guestName} as "guestName",
        ${comments.guestSite} as "guestSite", coalesce(${comments.state}, '') = 'held' as held,
        ${posts.hiddenAt} is not null or coalesce(${comments.hiddenAt} is not null, false) as hidden
      from near join ${posts} on ${posts.id} = near.post_id
        left join ${comments} on ${comments.id} = near.comment_id
        left join ${members} on ${members.id} = near.author_id
        ${ranked ? sql`join ${searchWords} ranked on ranked.id = near.id` : sql``}
      where ${visible(ctx, sought.muted)} ${behind}
      order by ${ranked ? sql`rank desc, near.id desc` : sql`near.at desc, near.id desc`}
      limit ${sought.limit + 1}
    ) page`;
}
