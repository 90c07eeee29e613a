import { and, count, eq, inArray, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { visibleTo } from "../policy";

/** How many comments, and by how many people. */
export type Count = { comments: number; people: number };

const none: Count = { comments: 0, people: 0 };

/** Those this viewer may read, by post. Posts that may not be read have none. */
export async function countsOf(
  { db, viewer }: Reading,
  { postIds }: { postIds: string[] },
): Promise<Record<string, Count>> {
  madeFrom(...postIds.map((id) => `post:${id}`));
  if (postIds.length === 0) return {};
  const rows = await db
    .select({
      postId: comments.postId,
      comments: count(),
      people: sql<number>`count(distinct coalesce(coalesce(${comments.authorId}, ${comments.guestId})::text, 'guest ' || ${comments.guestName}))::int`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(inArray(comments.postId, postIds), eq(comments.kind, "comment"), visibleTo(viewer)))
    .groupBy(comments.postId);
  return Object.fromEntries(rows.map(({ postId, ...rest }) => [postId, rest]));
}

/** The same for one post. */
export const countOn = async (ctx: Reading, postId: string): Promise<Count> =>
  (await countsOf(ctx, { postIds: [postId] }))[postId] ?? none;
