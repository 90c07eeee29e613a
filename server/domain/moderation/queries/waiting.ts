import { and, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { reports } from "#/db/schema/moderation";
import { posts } from "#/db/schema/posts";
import type { Viewer } from "../../policy";
import { visibleTo } from "../../posts/policy";

/** What an open report waits with: join these to `reports`. */
export const reported = {
  comment: eq(comments.id, reports.commentId),
  post: eq(posts.id, reports.postId),
};

/** The post or the comment that was reported, as one id. */
export const thingId = sql<string>`coalesce(${reports.commentId}, ${reports.postId})`;

/** An open report that this moderator may answer: not about their own words, nor about what is deleted. */
export const waits = (viewer: Viewer): SQL =>
  and(
    isNull(reports.answer),
    sql`coalesce(${comments.deletedAt}, ${posts.deletedAt}) is null`,
    sql`coalesce(${comments.authorId}, ${posts.authorId}) is distinct from ${viewer?.id ?? null}::uuid`,
  ) ?? sql`false`;

/** A comment that came by import and was held where it came from, under a post that this moderator may read. */
export const isHeld = (viewer: Viewer): SQL =>
  and(
    eq(comments.state, "held"),
    isNull(comments.deletedAt),
    viewer ? or(isNull(comments.authorId), ne(comments.authorId, viewer.id)) : undefined,
    sql`exists (select 1 from ${posts} where ${posts.id} = ${comments.postId} and ${visibleTo(viewer)})`,
  ) ?? sql`false`;
