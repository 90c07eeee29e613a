import { and, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { wordsVisibleTo } from "../comments/policy";
import { notMuted } from "../connections/policy";
import type { Reading } from "../context";
import type { Cursor } from "../cursor";
import { visibleTo as postVisibleTo } from "../posts/policy";
import { candidates } from "./candidates";
import { type Found, inStages } from "./stages";
import { keepToTime } from "./time";

/** What a page of findings is made of: the words, what narrows them, in which order, from where on. */
export type Sought = {
  query: string | null;
  within: SQL;
  order: "best" | "newest";
  place: Cursor | null;
  limit: number;
  /** Whether what the filters leave is strewn over everything. */
  isStrewn: boolean;
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

/** What this viewer may read of it, a page and one more. */
export function pageOf(ctx: Reading, sought: Sought): Promise<Found<Row>> {
  const { query, order, place, limit, isStrewn } = sought;
  const isAfter = order === "newest" && place !== null;
  const within = and(sought.within, isAfter ? sql`(at, id) < (${place.at}, ${place.id}::uuid)` : undefined);
  const where = within ?? sql`true`;
  return inStages({
    ctx,
    order,
    query,
    within: where,
    isStrewn,
    isFirst: place === null,
    limit,
    run: async (stage) => {
      await keepToTime(ctx);
      const { rows } = await ctx.db.execute(staged(ctx, sought, candidates({ stage, query, order, within: where })));
      return answer.parse(rows[0]);
    },
  });
}

/** `read`, as the nouns say it, over the post and the comment a row stands for: nothing else decides who finds what. */
const visible = ({ viewer, now }: Reading, muted: boolean): SQL =>
  and(
    postVisibleTo(viewer),
    isNotNull(posts.publishedAt),
    or(isNull(sql`near.comment_id`), and(isNotNull(comments.id), wordsVisibleTo(viewer))),
    muted ? undefined : notMuted(viewer, sql`near.author_id`, now()),
  ) ?? sql`false`;

/**
 * Candidates in their order, of which those are taken that may be read, until the page is full. One after the other: the
 * planner would rather read all posts there are than believe that a page is soon full.
 */
function staged(ctx: Reading, { order, place, limit, muted }: Sought, from: SQL): SQL {
  const inOrder = order === "best" ? sql`rank desc, id desc` : sql`at desc, id desc`;
  const isAfter = order === "best" && place !== null;
  const behind = isAfter ? sql`where (rank, id) < (${place.at.getTime()}, ${place.id}::uuid)` : sql``;
  return sql`
    with candidates as materialized (${from})
    select (select count(*)::int from candidates) as total, coalesce(json_agg(page), '[]') as found from (
      select near.id, near.at, near.rank, seen.*, ${members.name} as name, ${members.handle} as handle
      from (select * from candidates ${behind} order by ${inOrder}) near
        cross join lateral (
          select ${comments.key} as "commentKey", ${posts.key} as "postKey", ${posts.slug} as slug, ${posts.title} as title,
            coalesce(${comments.html}, ${posts.html}) as html, ${comments.guestName} as "guestName",
            ${comments.guestSite} as "guestSite", coalesce(${comments.state}, '') = 'held' as held,
            ${posts.hiddenAt} is not null or coalesce(${comments.hiddenAt} is not null, false) as hidden
          from ${posts} left join ${comments} on ${comments.id} = near.comment_id
          where ${posts.id} = near.post_id and ${visible(ctx, muted)}
          limit 1
        ) seen
        left join ${members} on ${members.id} = near.author_id
      order by near.${order === "best" ? sql`rank` : sql`at`} desc, near.id desc
      limit ${limit + 1}
    ) page`;
}
