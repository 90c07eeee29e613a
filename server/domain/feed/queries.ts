import { and, desc, eq, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { connections as c } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { permalinkOf } from "../comments/address";
import { visibleTo as commentVisibleTo } from "../comments/policy";
import { notBlocked, notMuted } from "../connections/policy";
import type { Acting } from "../context";
import { type Cursor, decodeCursor, type page, paged } from "../cursor";
import { addressOf } from "../posts/address";
import { visibleTo as postVisibleTo } from "../posts/policy";

type Face = { id: string; name: string; handle: string };

/** One thing the viewer's network did. `id` is the post's, the comment's or the connection's own. */
export type FeedItem = { id: string; at: Date } & (
  | { kind: "post"; author: Face; title: string; href: string; excerpt: string }
  | { kind: "comment"; author: Face; href: string; excerpt: string; post: { title: string; href: string } }
  | { kind: "connection"; one: Face; other: Face; withYou: boolean }
);

type Slice = { place: Cursor | null; limit: number };

const faceOf = { id: members.id, name: members.name, handle: members.handle };

/**
 * What the viewer's connections write, as far as the viewer may read it, and whom they connect with: complete, newest
 * first, with an end. Three lists, each cut to what the page can hold, laid into one order by instant and id.
 */
export async function feed(ctx: Acting, { cursor, limit }: z.infer<typeof page>) {
  const slice = { place: cursor ? decodeCursor(cursor) : null, limit: limit + 1 };
  const items = [...(await postsFor(ctx, slice)), ...(await commentsFor(ctx, slice)), ...(await bondsFor(ctx, slice))];
  return paged(items.sort(newestFirst), limit, ({ at, id }) => ({ at, id }));
}

const newestFirst = (a: FeedItem, b: FeedItem) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

const networkOf = ({ viewer }: Acting): SQL =>
  sql`(select ${mine.otherId} from ${c} ${sql.identifier("mine")} where ${mine.memberId} = ${viewer.id})`;
const mine = alias(c, "mine");

async function postsFor(ctx: Acting, { place, limit }: Slice): Promise<FeedItem[]> {
  const { db, viewer, now } = ctx;
  const rows = await db
    .select({
      id: posts.id,
      key: posts.key,
      slug: posts.slug,
      title: posts.title,
      excerpt: posts.excerpt,
      at: posts.publishedAt,
      author: faceOf,
    })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(
      and(
        sql`${posts.authorId} in ${networkOf(ctx)}`,
        postVisibleTo(viewer),
        eq(posts.kind, "post"),
        isNotNull(posts.publishedAt),
        isNull(posts.hiddenAt),
        notMuted(viewer, posts.authorId, now()),
        place ? sql`(${posts.publishedAt}, ${posts.id}) < (${place.at}, ${place.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit);
  return rows.flatMap(({ at, key, slug, ...row }) =>
    at ? [{ kind: "post" as const, ...row, at, href: addressOf({ key, slug }) }] : [],
  );
}

async function commentsFor(ctx: Acting, { place, limit }: Slice): Promise<FeedItem[]> {
  const { db, viewer, now } = ctx;
  const rows = await db
    .select({
      id: comments.id,
      key: comments.key,
      excerpt: comments.excerpt,
      at: comments.writtenAt,
      post: { key: posts.key, slug: posts.slug, title: posts.title },
      author: faceOf,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(members, eq(members.id, comments.authorId))
    .where(
      and(
        sql`${comments.authorId} in ${networkOf(ctx)}`,
        wordsToTell(ctx),
        notMuted(viewer, comments.authorId, now()),
        notMuted(viewer, posts.authorId, now()),
        place ? sql`(${comments.writtenAt}, ${comments.id}) < (${place.at}, ${place.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(comments.writtenAt), desc(comments.id))
    .limit(limit);
  return rows.map(({ key, post, ...row }) => ({
    kind: "comment" as const,
    ...row,
    href: permalinkOf(post, key),
    post: { title: post.title, href: addressOf(post) },
  }));
}

/** Comments that may be read and want to be: what a moderator hid is for the queue, not for their feed. */
export const wordsToTell = ({ viewer }: Acting): SQL =>
  and(
    commentVisibleTo(viewer),
    eq(comments.kind, "comment"),
    eq(comments.state, "shown"),
    isNull(comments.hiddenAt),
    isNull(posts.hiddenAt),
    isNotNull(posts.publishedAt),
  ) ?? sql`false`;

/** A connection has two rows and no id: its request's, or one made of its two people. */
const bondId = sql<string>`coalesce(${c.requestId}, md5(least(${c.memberId}, ${c.otherId})::text || greatest(${c.memberId}, ${c.otherId})::text)::uuid)`;

const theOther = alias(members, "the_other");

async function bondsFor(ctx: Acting, { place, limit }: Slice): Promise<FeedItem[]> {
  const { db, viewer, now } = ctx;
  const network = networkOf(ctx);
  const rows = await db
    .select({
      id: bondId,
      at: c.since,
      one: faceOf,
      other: { id: theOther.id, name: theOther.name, handle: theOther.handle },
    })
    .from(c)
    .innerJoin(members, and(eq(members.id, c.memberId), isNull(members.suspendedAt)))
    .innerJoin(theOther, and(eq(theOther.id, c.otherId), isNull(theOther.suspendedAt)))
    .where(
      and(
        sql`${c.memberId} in ${network}`,
        // Where both are in the network, both rows are found: one of them tells it.
        or(sql`${c.otherId} not in ${network}`, sql`${c.memberId} < ${c.otherId}`),
        notBlocked(viewer, c.otherId),
        notMuted(viewer, c.memberId, now()),
        notMuted(viewer, c.otherId, now()),
        place
          ? and(lte(c.since, place.at), sql`(${c.since}, ${bondId}) < (${place.at}, ${place.id}::uuid)`)
          : undefined,
      ),
    )
    .orderBy(desc(c.since), desc(bondId))
    .limit(limit);
  return rows.map((row) => ({ kind: "connection" as const, ...row, withYou: row.other.id === viewer.id }));
}
