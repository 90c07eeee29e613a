import { and, asc, min, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { reports } from "#/db/schema/moderation";
import { posts } from "#/db/schema/posts";
import type { Acting } from "../../context";
import { type Cursor, decodeCursor, paged } from "../../cursor";
import { casesOf } from "./cases";
import { isHeld, reported, thingId, waits } from "./waiting";

type Page = { cursor?: string | undefined; limit: number };

/** What members have reported and nobody has answered: each post or comment once, the longest waiting first. */
export async function reportQueue(ctx: Acting, { cursor, limit }: Page) {
  const since = min(reports.madeAt);
  const rows = await ctx.db
    .select({ id: thingId, commentId: reports.commentId, postId: reports.postId, at: since })
    .from(reports)
    .leftJoin(comments, reported.comment)
    .leftJoin(posts, reported.post)
    .where(waits(ctx.viewer))
    .groupBy(reports.commentId, reports.postId)
    .having(behind(cursor, since, thingId))
    .orderBy(asc(since), asc(thingId))
    .limit(limit + 1);
  return toldAsCases(ctx, rows, limit);
}

/** Comments that were held where they came from, the oldest first. */
export async function heldQueue(ctx: Acting, { cursor, limit }: Page) {
  const rows = await ctx.db
    .select({ id: comments.id, commentId: comments.id, postId: sql<null>`null`, at: comments.writtenAt })
    .from(comments)
    .where(and(isHeld(ctx.viewer), behind(cursor, sql`${comments.writtenAt}`, sql`${comments.id}`)))
    .orderBy(asc(comments.writtenAt), asc(comments.id))
    .limit(limit + 1);
  return toldAsCases(ctx, rows, limit);
}

/** How much waits in each of the two lists. */
export async function queueCounts({ db, viewer }: Acting) {
  const [row] = await db
    .select({
      reported: sql<number>`(select count(distinct ${thingId})::int from ${reports}
        left join ${comments} on ${reported.comment} left join ${posts} on ${reported.post} where ${waits(viewer)})`,
      held: sql<number>`(select count(*)::int from ${comments} where ${isHeld(viewer)})`,
    })
    .from(sql`(select 1) one`);
  return row ?? { reported: 0, held: 0 };
}

type Row = { id: string; commentId: string | null; postId: string | null; at: Date | null };

async function toldAsCases(ctx: Acting, rows: Row[], limit: number) {
  const { items, next } = paged(rows, limit, ({ id, at }) => ({ id, at: at ?? new Date(0) }));
  const cases = await casesOf(ctx, items);
  return { items: items.flatMap(({ id }) => cases.get(id) ?? []), next };
}

function behind(cursor: string | undefined, at: SQL, id: SQL): SQL | undefined {
  const place: Cursor | null = cursor ? decodeCursor(cursor) : null;
  return place ? sql`(${at}, ${id}) > (${place.at}, ${place.id}::uuid)` : undefined;
}
