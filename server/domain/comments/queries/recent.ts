import { and, desc, eq, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import { excerptOf } from "#/server/platform/text";
import { notMuted } from "../../connections/policy";
import type { Reading } from "../../context";
import { decodeCursor, paged } from "../../cursor";
import { addressOf } from "../../posts/address";
import { settingsOf } from "../../settings/queries";
import { permalinkOf } from "../address";
import { visibleTo } from "../policy";
import { writerOf } from "../shape";

/** How many comments back the sidebar looks for voices that differ, and how many of one post it weighs beyond its most. */
const lookback = { comments: 500, more: 2 } as const;

function newest({ db, viewer }: Reading, more: SQL | undefined, limit: number) {
  madeFrom("recent");
  return db
    .select({
      id: comments.id,
      key: comments.key,
      excerpt: comments.excerpt,
      writtenAt: comments.writtenAt,
      authorId: comments.authorId,
      guestName: comments.guestName,
      guestSite: comments.guestSite,
      name: members.name,
      handle: members.handle,
      post: { id: posts.id, key: posts.key, slug: posts.slug, title: posts.title },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(and(visibleTo(viewer), isNotNull(posts.publishedAt), eq(comments.kind, "comment"), more))
    .orderBy(desc(comments.writtenAt), desc(comments.id))
    .limit(limit);
}

const wanted = ({ viewer, now }: Reading) => notMuted(viewer, comments.authorId, now());

/** The newest of each post among the newest of all, so that one long conversation does not drown the others. */
function weighed({ db, viewer }: Reading, ofOnePost: number) {
  const latest = db
    .select({ id: comments.id, postId: comments.postId, writtenAt: comments.writtenAt })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(visibleTo(viewer), eq(comments.kind, "comment")))
    .orderBy(desc(comments.writtenAt), desc(comments.id))
    .limit(lookback.comments)
    .as("latest");
  const ranked = db
    .select({
      id: latest.id,
      nth: sql<number>`row_number() over (partition by ${latest.postId} order by ${latest.writtenAt} desc)`.as("nth"),
    })
    .from(latest)
    .as("ranked");
  return db.select({ id: ranked.id }).from(ranked).where(lte(ranked.nth, ofOnePost));
}

type Found = Awaited<ReturnType<typeof newest>>[number];

const told = (row: Found, characters: number) => ({
  id: row.id,
  key: row.key,
  href: permalinkOf(row.post, row.key),
  author: writerOf(row),
  post: { title: row.post.title, href: addressOf(row.post) },
  words: excerptOf(row.excerpt, characters),
  writtenAt: row.writtenAt,
});

/**
 * Who spoke last on which post, a few of them, of those whom this reader may and wants to read; no more than so many from
 * one person or one post, so that nobody fills the list (product row D3).
 */
export async function recentComments(ctx: Reading) {
  const set = await settingsOf(ctx);
  const { "recent.comments": most, "recent.of-one": mostOfOne, "recent.characters": shortly } = set;
  const voices = weighed(ctx, mostOfOne + lookback.more);
  const heard = new Map<string, number>();
  const picked: Found[] = [];
  for (const row of await newest(ctx, and(wanted(ctx), inArray(comments.id, voices)), most * 20)) {
    const of = [row.authorId ?? `guest ${row.guestName}`, row.post.id];
    if (picked.length === most || of.some((one) => (heard.get(one) ?? 0) >= mostOfOne)) continue;
    for (const one of of) heard.set(one, (heard.get(one) ?? 0) + 1);
    picked.push(row);
  }
  return picked.map((row) => told(row, shortly));
}

type Page = { cursor?: string | undefined; limit: number };

async function pageOf(ctx: Reading, fits: SQL | undefined, { cursor, limit }: Page) {
  const place = cursor ? decodeCursor(cursor) : null;
  const behind = place ? sql`(${comments.writtenAt}, ${comments.id}) < (${place.at}, ${place.id})` : undefined;
  const rows = await newest(ctx, and(fits, behind), limit + 1);
  return paged(
    rows.map((row) => told(row, 300)),
    limit,
    ({ writtenAt, id }) => ({ at: writtenAt, id }),
  );
}

/** All comments this reader may and wants to read, newest first. */
export const allComments = (ctx: Reading, page: Page) => pageOf(ctx, wanted(ctx), page);

/** What one member has said, newest first: also for those who muted them and came to look. Nobody unknown said anything. */
export const commentsOf = (ctx: Reading, { handle, ...page }: Page & { handle: string }) =>
  pageOf(
    ctx,
    eq(comments.authorId, sql`(select ${members.id} from ${members} where ${members.handle} = ${handle})`),
    page,
  );
