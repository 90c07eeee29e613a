import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { addressOf } from "../../posts/address";
import { mostBytesInFeed, wordsWithin } from "../../room";
import { permalinkOf } from "../address";
import { visibleTo } from "../policy";
import { writerOf } from "../shape";

const parent = alias(comments, "parent");
const newestFirst = [desc(comments.writtenAt), desc(comments.id)];

/**
 * The newest comments that anybody may read, whole, whoever asks: what a feed carries. As many as have room in one.
 * @param postKey only those on this post
 */
export const latestComments = (
  ctx: Pick<Reading, "db">,
  { limit, postKey }: { limit: number; postKey?: string | undefined },
) => wholeComments(ctx, and(visibleTo(null), postKey ? eq(posts.key, postKey) : undefined), limit);

/** The newest comments that fit, whole: as many as have room in a feed. Who may read them is the caller's to say. */
export async function wholeComments({ db }: Pick<Reading, "db">, wanted: SQL | undefined, limit: number) {
  madeFrom("recent");
  const rows = await db
    .select({
      id: comments.id,
      key: comments.key,
      ...wordsWithin(comments.html, newestFirst, mostBytesInFeed),
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
    .where(and(isNotNull(posts.publishedAt), eq(comments.kind, "comment"), wanted ?? sql`false`))
    .orderBy(...newestFirst)
    .limit(limit);
  const fitting = rows.filter(({ fits }) => fits);
  return fitting.map(({ id, key, html, writtenAt, editedAt, continuedAt, post, parent, ...who }) => ({
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
