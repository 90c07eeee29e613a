import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { commentLinks, siteItems, sites } from "#/db/schema/sites";
import { madeFrom } from "#/server/platform/stale";
import { visibleTo, wordsVisibleTo } from "../../comments/policy";
import type { Reading } from "../../context";
import { visibleTo as postVisibleTo } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { isEarned } from "../earned";
import { notBanned } from "../find";
import { readablePosts } from "../line";
import { permissions } from "../policy";

const later = alias(comments, "later");
const laterLink = alias(commentLinks, "later_link");

/** One to a person and thread: the line stands under the last of their comments that has one. */
const isTheirLast = (viewer: Reading["viewer"]) =>
  sql`not exists (select 1 from ${comments} as "later" join ${commentLinks} as "later_link" on ${laterLink.commentId} = ${later.id}
    where ${later.postId} = ${comments.postId}
    and (${later.authorId} = ${comments.authorId} or ${later.guestId} = ${comments.guestId} and ${later.authorId} is null and ${comments.authorId} is null)
    and (${later.writtenAt}, ${later.id}) > (${comments.writtenAt}, ${comments.id})
    and ${laterLink.removedAt} is null and ${wordsVisibleTo(viewer, later)})`;

async function rowsOf(ctx: Reading, keys: string[]) {
  const earned = await isEarned(ctx, sql`${comments.authorId}`);
  return ctx.db
    .select({
      key: comments.key,
      postId: comments.postId,
      authorId: comments.authorId,
      name: sql<string>`coalesce(${members.name}, ${comments.guestName})`,
      handle: members.handle,
      clicks: commentLinks.clicks,
      removedAt: commentLinks.removedAt,
      removedById: commentLinks.removedById,
      linkedPostId: commentLinks.postId,
      item: { title: siteItems.title, writtenAt: siteItems.writtenAt },
      host: sites.host,
      verified: sql<boolean>`(${sites.provenAt} is not null)`,
      earned,
    })
    .from(commentLinks)
    .innerJoin(comments, eq(comments.id, commentLinks.commentId))
    .innerJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(members, eq(members.id, comments.authorId))
    .leftJoin(siteItems, eq(siteItems.id, commentLinks.itemId))
    .leftJoin(sites, eq(sites.id, siteItems.siteId))
    .where(
      and(
        inArray(comments.key, keys),
        isNull(commentLinks.removedAt),
        visibleTo(ctx.viewer),
        isTheirLast(ctx.viewer),
        sql`(${sites.id} is null or ${notBanned(sites.host)})`,
      ),
    );
}

/**
 * What stands under each of these comments, by their keys: "Candy recently wrote: …", as far as this viewer may read
 * the comment and, where it is a post here, that post. How often it was followed is in it for its owner and moderators.
 */
export async function linesOfComments(ctx: Reading, { keys }: { keys: string[] }) {
  const set = await settingsOf(ctx);
  if (keys.length === 0 || !set["latest.on"]) return {};
  const rows = await rowsOf(ctx, keys);
  madeFrom(...new Set(rows.map(({ postId }) => `post:${postId}`)));
  const linked = await readablePosts(
    ctx,
    rows.flatMap(({ linkedPostId }) => linkedPostId ?? []),
    postVisibleTo(ctx.viewer),
  );
  const lines = rows.flatMap((row) => {
    const post = row.linkedPostId ? linked.get(row.linkedPostId) : null;
    const title = row.linkedPostId ? post?.title : row.item?.title;
    if (title === undefined) return [];
    if (row.linkedPostId) madeFrom(`post:${row.linkedPostId}`);
    const may = permissions(ctx.viewer, { ...row, readable: true });
    const line = {
      name: row.name,
      /** Where there is more to know about them; a guest has no page here. */
      handle: row.handle,
      words: set["latest.line"],
      title,
      href: `/l/${row.key}`,
      /** The site it lies on; null for a post here. */
      host: row.host,
      verified: row.verified,
      /** Whether it is a plain link, also in the eyes of search engines. */
      earned: row.earned || row.linkedPostId !== null,
      writtenAt: (row.linkedPostId ? post?.publishedAt : row.item?.writtenAt) ?? null,
      clicks: may.seeClicks ? row.clicks : null,
      can: { remove: may.remove },
    };
    return [[row.key, line] as const];
  });
  return Object.fromEntries(lines);
}
