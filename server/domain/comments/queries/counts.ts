import { and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { visits } from "#/db/schema/visits";
import { newSince } from "../../visits/queries";
import { freshIn } from "../fresh";
import { isMention, visibleTo } from "../policy";

/** How many comments, by how many people, and how many of them a member has not read who was there before. */
export type Count = { comments: number; people: number; fresh: number };

const none: Count = { comments: 0, people: 0, fresh: 0 };

const people = sql`count(distinct coalesce(coalesce(${comments.authorId}, ${comments.guestId})::text, 'guest ' || ${comments.guestName}))`;

/** Those this viewer may read, by post. Posts that may not be read have none. */
export async function countsOf(ctx: Reading, { postIds }: { postIds: string[] }): Promise<Record<string, Count>> {
  const { db, viewer } = ctx;
  madeFrom(...postIds.map((id) => `post:${id}`));
  if (postIds.length === 0) return {};
  const rows = await db
    .select({
      postId: comments.postId,
      comments: count(),
      fresh: viewer ? freshFor(ctx) : sql<number>`0`,
      people: sql<number>`${people}::int`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(inArray(comments.postId, postIds), eq(comments.kind, "comment"), visibleTo(viewer)))
    .groupBy(comments.postId);
  return Object.fromEntries(rows.map(({ postId, ...rest }) => [postId, rest]));
}

/**
 * What is new to a member of a post they were on, as its own page counts it: while a visit lasts nothing is taken away.
 * Asked of the post's own row of theirs, which the index finds.
 */
function freshFor(ctx: Reading): SQL<number> {
  const since = sql`(select ${newSince(ctx.now())} from ${visits}
    where ${visits.memberId} = ${ctx.viewer?.id} and ${visits.postId} = ${comments.postId})`;
  return sql<number>`(count(*) filter (where ${freshIn(ctx, since)}))::int`;
}

/** The same for one post. */
export const countOn = async (ctx: Reading, postId: string): Promise<Count> =>
  (await countsOf(ctx, { postIds: [postId] }))[postId] ?? none;

export type Around = Count & {
  /** Whether any of them is pinned, and whether pages elsewhere mention the post: else nobody need ask for these. */
  pinned: boolean;
  mentioned: boolean;
};

/** The same for the post's own page, which tells more. */
export async function countAround(ctx: Reading, postId: string): Promise<Around> {
  const said = eq(comments.kind, "comment");
  const [row] = await ctx.db
    .select({
      comments: sql<number>`(count(*) filter (where ${said}))::int`,
      fresh: ctx.viewer ? freshFor(ctx) : sql<number>`0`,
      people: sql<number>`(${people} filter (where ${said}))::int`,
      pinned: sql<boolean>`coalesce(bool_or(${comments.pinnedAt} is not null), false)`,
      mentioned: sql<boolean>`coalesce(bool_or(${isMention}), false)`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.postId, postId), visibleTo(ctx.viewer)));
  return row ?? { ...none, pinned: false, mentioned: false };
}
