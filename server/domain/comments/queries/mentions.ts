import { and, desc, eq, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { decodeCursor, paged } from "../../cursor";
import { permalinkOf } from "../address";
import { isMention, visibleTo } from "../policy";

/** Pages elsewhere that mention a post, the newest first, as far as this viewer may read them. */
export async function mentionsOf(
  { db, viewer }: Reading,
  { postKey, cursor, limit }: { postKey: string; cursor?: string | undefined; limit: number },
) {
  madeFrom("recent");
  const place = cursor ? decodeCursor(cursor) : null;
  const rows = await db
    .select({
      id: comments.id,
      key: comments.key,
      name: comments.guestName,
      site: comments.guestSite,
      writtenAt: comments.writtenAt,
      hiddenAt: comments.hiddenAt,
      post: { key: posts.key, slug: posts.slug },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      and(
        eq(posts.key, postKey),
        visibleTo(viewer),
        isMention,
        place ? sql`(${comments.writtenAt}, ${comments.id}) < (${place.at}, ${place.id})` : undefined,
      ),
    )
    .orderBy(desc(comments.writtenAt), desc(comments.id))
    .limit(limit + 1);
  const told = rows.map(({ post, hiddenAt, name, key, ...rest }) => ({
    ...rest,
    key,
    href: permalinkOf(post, key),
    name: name ?? "Somebody",
    hidden: hiddenAt !== null,
  }));
  return paged(told, limit, ({ writtenAt, id }) => ({ at: writtenAt, id }));
}
