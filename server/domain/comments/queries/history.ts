import { and, desc, eq, sql } from "drizzle-orm";
import { commentVersions } from "#/db/schema/comments";
import { madeFrom } from "#/server/platform/stale";
import { wordDiff } from "#/server/platform/text/word-diff";
import type { Reading } from "../../context";
import { decodeCursor, paged } from "../../cursor";
import { tends } from "../../policy";
import { permalinkOf } from "../address";
import { fail } from "../errors";
import { findComment } from "../find";
import { partsOf } from "../parts";
import { can } from "../policy";

/**
 * Characters that one page compares: a hundred changes of the longest comment would be seconds of work, for whoever asks.
 */
const mostCompared = 500_000;

type Asked = { key: string; cursor?: string | undefined; limit: number };

/**
 * What was changed in a comment, word by word, the newest change first: for whoever may read the comment itself. Where a
 * moderator had hidden it, or kept back what it said, that is its author's and the moderators' alone, also later.
 */
export async function historyOf(ctx: Reading, { key, cursor, limit }: Asked) {
  const comment = await findComment(ctx, key);
  if (!can(ctx.viewer, "read", comment).ok) return fail("no-such-comment");
  madeFrom(`post:${comment.postId}`);
  const mine = ctx.viewer !== null && ctx.viewer.id === comment.authorId;
  const now = new Map((await partsOf(ctx, comment)).map(({ nth, source }) => [nth, source]));
  const words = (part: number, after: string | null) => after ?? now.get(part) ?? "";
  const rows = await versionsOf(ctx, comment.id, { cursor, limit });
  const lengths = rows.slice(0, limit).map(({ part, source, after }) => source.length + words(part, after).length);
  const { items, next } = paged(rows, manyWithin(lengths), ({ at, id }) => ({ at, id }));
  const changes = items.map(({ after, afterWithheldAt, withheldAt, source, replacedById, ...it }) => ({
    ...it,
    by: replacedById === null || replacedById === comment.authorId ? ("author" as const) : ("moderator" as const),
    /** Null where the words on one of the two sides are kept back from this viewer. */
    changes:
      (withheldAt || afterWithheldAt) && !mine && !tends(ctx.viewer) ? null : wordDiff(source, words(it.part, after)),
  }));
  return {
    key,
    href: permalinkOf(comment.post, key),
    post: { title: comment.post.title },
    parts: comment.parts,
    editedAt: comment.editedAt,
    items: changes,
    next,
  };
}

/** How many of them fit on a page; the first always does. */
function manyWithin(lengths: readonly number[]): number {
  let room = mostCompared;
  const over = lengths.findIndex((length, nth) => {
    room -= length;
    return nth > 0 && room < 0;
  });
  return over < 0 ? lengths.length : over;
}

/** Each version with the one that took its place; without, that is what stands there now. */
function versionsOf({ db }: Reading, commentId: string, { cursor, limit }: Omit<Asked, "key">) {
  const next = sql`over (partition by ${commentVersions.part} order by ${commentVersions.replacedAt}, ${commentVersions.id})`;
  const all = db
    .select({
      id: commentVersions.id,
      part: commentVersions.part,
      at: commentVersions.replacedAt,
      source: commentVersions.source,
      replacedById: commentVersions.replacedById,
      withheldAt: commentVersions.withheldAt,
      after: sql<string | null>`lead(${commentVersions.source}) ${next}`.as("after"),
      afterWithheldAt: sql<Date | null>`lead(${commentVersions.withheldAt}) ${next}`.as("after_withheld_at"),
    })
    .from(commentVersions)
    .where(eq(commentVersions.commentId, commentId))
    .as("versions");
  const place = cursor ? decodeCursor(cursor) : null;
  return db
    .select()
    .from(all)
    .where(and(place ? sql`(${all.at}, ${all.id}) < (${place.at}, ${place.id}::uuid)` : undefined))
    .orderBy(desc(all.at), desc(all.id))
    .limit(limit + 1);
}
