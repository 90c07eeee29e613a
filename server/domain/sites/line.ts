import { and, eq, inArray, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { commentLinks } from "#/db/schema/sites";
import { postFactsFor, postOf } from "../comments/find";
import { can as canComment } from "../comments/policy";
import { notBlocked } from "../connections/policy";
import type { Reading } from "../context";
import { fail } from "./errors";

/** The line under one comment with everything its rules must know, whoever may see it: ask `can` before any of it leaves. */
export async function findLine({ db, viewer }: Reading, key: string, { lock = false } = {}) {
  const found = db
    .select({
      link: commentLinks,
      comment: {
        id: comments.id,
        key: comments.key,
        postId: comments.postId,
        authorId: comments.authorId,
        state: comments.state,
        kind: comments.kind,
        hiddenAt: comments.hiddenAt,
        deletedAt: comments.deletedAt,
        excerpt: comments.excerpt,
      },
      blocked: sql<boolean>`(not ${notBlocked(viewer, comments.authorId)})`,
      ...postFactsFor(viewer),
    })
    .from(commentLinks)
    .innerJoin(comments, eq(comments.id, commentLinks.commentId))
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.key, key));
  const [row] = await (lock ? found.for("update", { of: commentLinks }) : found);
  if (!row) return fail("no-such-line");
  const post = postOf(row);
  const readable = canComment(viewer, "read", { ...row.comment, blocked: row.blocked, post }).ok;
  return { ...row.link, comment: row.comment, authorId: row.comment.authorId, post, readable };
}

/** Posts by their ids, as far as this viewer may read them. */
export async function readablePosts({ db }: Reading, ids: string[], visible: ReturnType<typeof and>) {
  if (ids.length === 0)
    return new Map<string, { title: string; key: string; slug: string; publishedAt: Date | null }>();
  const rows = await db
    .select({ id: posts.id, key: posts.key, slug: posts.slug, title: posts.title, publishedAt: posts.publishedAt })
    .from(posts)
    .where(and(inArray(posts.id, ids), visible));
  return new Map(rows.map((row) => [row.id, row]));
}
