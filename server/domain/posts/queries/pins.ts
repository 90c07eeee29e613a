import { and, asc, eq, isNotNull, isNull, notInArray, type SQL } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { postPins, posts } from "#/db/schema/posts";
import type { Reading } from "../../context";
import type { Viewer } from "../../policy";
import { settingsOf } from "../../settings/queries";
import type { PinPlace } from "../input";
import { permissions, standsPinned, visibleTo } from "../policy";
import { selectPosts, shaped } from "../shape";

/** The setting that says how many posts may be pinned there. */
export const mostPinned = { front: "pins.front", author: "pins.author" } as const;

/** Whose list it is: everybody's, or that of one member, by their handle. */
type Shelf = { handle?: string };
type Posts = ReturnType<typeof shaped>[];
type Page<T> = { items: T[]; next: string | null };

/**
 * A list of posts with what is pinned to it: above its first page, and nowhere else in it. What somebody may not read
 * is not pinned for them and takes nothing away from the list.
 * @param list the posts that fit what it is given, as a page of the list
 */
export async function withPinned<T>(
  ctx: Reading,
  { handle, cursor }: Shelf & { cursor?: string | undefined },
  list: (others: SQL | undefined) => Promise<Page<T>>,
): Promise<Page<T> & { pinned: Posts }> {
  const pinned = await pinnedIn(ctx, handle === undefined ? {} : { handle });
  const ids = pinned.map(({ id }) => id);
  const page = await list(ids.length > 0 ? notInArray(posts.id, ids) : undefined);
  return { ...page, pinned: cursor ? [] : pinned };
}

/** The posts that are pinned there for this viewer, the first to be pinned first. */
async function pinnedIn(ctx: Reading, { handle }: Shelf): Promise<Posts> {
  const { db, viewer } = ctx;
  const place: PinPlace = handle === undefined ? "front" : "author";
  const whose = handle === undefined ? isNull(postPins.authorId) : eq(postPins.authorId, posts.authorId);
  const rows = await selectPosts(db, viewer)
    .innerJoin(postPins, and(eq(postPins.postId, posts.id), whose))
    .where(
      and(
        handle === undefined ? undefined : eq(members.handle, handle),
        standsPinned(place),
        isNotNull(posts.publishedAt),
        visibleTo(viewer),
      ),
    )
    .orderBy(asc(postPins.pinnedAt), asc(postPins.id));
  if (rows.length === 0) return [];
  const most = (await settingsOf(ctx))[mostPinned[place]];
  return rows.slice(0, most).map((row) => shaped(viewer, row));
}

/** Where this viewer may pin a post, and whether it is pinned there. Nothing for those who may not. */
export async function pinsOf(ctx: Reading, post: Parameters<typeof permissions>[1] & { id: string }) {
  const places = placesFor(ctx.viewer, post);
  if (places.length === 0) return [];
  const set = await settingsOf(ctx);
  const rows = await ctx.db.select({ on: postPins.authorId }).from(postPins).where(eq(postPins.postId, post.id));
  const isPinned = { front: rows.some(({ on }) => on === null), author: rows.some(({ on }) => on !== null) };
  return places.flatMap((place) =>
    isPinned[place] || set[mostPinned[place]] > 0 ? [{ place, isPinned: isPinned[place] }] : [],
  );
}

function placesFor(viewer: Viewer, post: Parameters<typeof permissions>[1]): PinPlace[] {
  const may = permissions(viewer, post);
  return [...(may.pinToFront ? ["front" as const] : []), ...(may.pinToOwn ? ["author" as const] : [])];
}
