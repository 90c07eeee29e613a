import { and, desc, eq, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { addressOf } from "../../posts/address";
import { permalinkOf } from "../address";
import { visibleTo } from "../policy";
import { writerOf } from "../shape";

const parent = alias(comments, "parent");

/**
 * The newest comments that anybody may read, whole, whoever asks: what an Atom feed carries.
 * @param postKey only those on this post
 */
export async function latestComments(
  { db }: Reading,
  { limit, postKey }: { limit: number; postKey?: string | undefined },
) {
  madeFrom("recent");
  const rows = await db
    .select({
      id: comments.id,
      key: comments.key,
      html: comments.html,
      writtenAt: comments.writtenAt,
      editedAt: comments.editedAt,
      continuedAt: comments.continuedAt,
      guestName: comments.guestName,
      guestSite: comments.guestSite,
      name: members.name,
      handle: members.handle,
      parent: { id: parent.id, key: parent.key },
      post: { id: posts.id, key: posts.key, slug: posts.slug, title: posts.title },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(members, eq(members.id, comments.authorId))
    .leftJoin(parent, eq(parent.id, comments.parentId))
    .where(
      and(
        visibleTo(null),
        isNotNull(posts.publishedAt),
        eq(comments.kind, "comment"),
        postKey ? eq(posts.key, postKey) : undefined,
      ),
    )
    .orderBy(desc(comments.writtenAt), desc(comments.id))
    .limit(limit);
  return rows.map(({ id, key, html, writtenAt, editedAt, continuedAt, post, parent, ...who }) => ({
    id,
    key,
    href: permalinkOf(post, key),
    html,
    author: writerOf(who),
    writtenAt,
    updatedAt: new Date(Math.max(...[writtenAt, editedAt, continuedAt].map(Number))),
    /** What it answers: another comment, or else the post. */
    parent: parent ? { id: parent.id, href: permalinkOf(post, parent.key) } : null,
    post: { id: post.id, key: post.key, title: post.title, href: addressOf(post) },
  }));
}
