import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import { excerptOf } from "#/server/platform/text";
import { notMuted } from "../../connections/policy";
import type { Acting, Reading } from "../../context";
import { permalinkOf } from "../address";
import { fail } from "../errors";
import { findComment } from "../find";
import { can, permissions, visibleTo } from "../policy";
import { writerOf } from "../shape";

/** Characters of a pinned comment at the top of its thread. */
const shortly = 150;

/** The comments that somebody put at the top of a post's thread, in short: those this viewer may and wants to read. */
export async function pinnedComments({ db, viewer, now }: Reading, { postKey }: { postKey: string }) {
  const rows = await db
    .select({
      key: comments.key,
      postId: comments.postId,
      excerpt: comments.excerpt,
      guestName: comments.guestName,
      guestSite: comments.guestSite,
      name: members.name,
      handle: members.handle,
      byAuthor: sql<boolean>`${comments.pinnedById} is not distinct from ${posts.authorId}`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(
      and(
        eq(posts.key, postKey),
        isNotNull(comments.pinnedAt),
        visibleTo(viewer),
        notMuted(viewer, comments.authorId, now()),
      ),
    )
    .orderBy(asc(comments.pinnedAt), asc(comments.id));
  madeFrom(...rows.map(({ postId }) => `post:${postId}`));
  return rows.map(({ key, excerpt, byAuthor, postId: _, ...who }) => ({
    key,
    author: writerOf(who),
    words: excerptOf(excerpt, shortly),
    /** Who chose it: whoever wrote the post, or a moderator. */
    by: byAuthor ? ("author" as const) : ("moderator" as const),
  }));
}

/** A comment before it is pinned, or taken from the top again. */
export async function commentToPin(ctx: Acting, { key }: { key: string }) {
  const comment = await findComment(ctx, key);
  const answer = can(ctx.viewer, "unpin", comment);
  if (!answer.ok) return fail(answer.because);
  return {
    key,
    excerpt: comment.excerpt,
    href: permalinkOf(comment.post, key),
    post: { title: comment.post.title },
    pinnedAt: comment.pinnedAt,
    can: permissions(ctx.viewer, comment),
  };
}
