import { desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { moderationLog as log } from "#/db/schema/moderation";
import { posts } from "#/db/schema/posts";
import type { Acting } from "../../context";
import { decodeCursor, paged } from "../../cursor";

const actors = alias(members, "actors");
const writers = alias(members, "writers");

/**
 * Every act of moderation, newest first: who, when, what, under which rule and why. It names what it was about by its
 * writer and its keys and quotes none of it.
 */
export async function actsOfModeration(
  { db }: Acting,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const place = cursor ? decodeCursor(cursor) : null;
  const rows = await db
    .select({
      id: log.id,
      act: log.act,
      at: log.at,
      rule: log.rule,
      reason: log.reason,
      by: { name: actors.name, handle: actors.handle },
      member: { name: members.name, handle: members.handle },
      writer: { name: writers.name, handle: writers.handle },
      guest: comments.guestName,
      comment: comments.key,
      post: posts.key,
    })
    .from(log)
    .leftJoin(actors, eq(actors.id, log.byId))
    .leftJoin(members, eq(members.id, log.memberId))
    .leftJoin(comments, eq(comments.id, log.commentId))
    .leftJoin(posts, eq(posts.id, log.postId))
    .leftJoin(writers, sql`${writers.id} = coalesce(${comments.authorId}, ${posts.authorId})`)
    .where(place ? sql`(${log.at}, ${log.id}) < (${place.at}, ${place.id}::uuid)` : undefined)
    .orderBy(desc(log.at), desc(log.id))
    .limit(limit + 1);
  const { items, next } = paged(rows, limit, ({ at, id }) => ({ at, id }));
  return {
    items: items.map(({ comment, post, writer, guest, ...act }) => {
      const author = guest ? { name: guest, handle: null } : writer;
      const key = comment ?? post;
      const thing = key ? { kind: comment ? ("comment" as const) : ("post" as const), key, author } : null;
      return { ...act, thing };
    }),
    next,
  };
}
