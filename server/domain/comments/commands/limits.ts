import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { built, builtRaw, ph } from "#/db/built";
import { commentParts, comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import type { Acting } from "../../context";
import { takeDrop, takeDrops } from "../../limits";
import type { Settings } from "../../settings/schema";
import { visibleTo as postVisibleTo } from "../../posts/policy";
import { permalinkOf } from "../address";
import { fail } from "../errors";

const hour = 3_600_000;
const day = 24 * hour;

/** Counts one comment, or one part of it, against what a member may say in a minute and in an hour. */
export async function keepToLimits(ctx: Acting, set: Settings): Promise<void> {
  const isNew = ctx.now().getTime() - ctx.viewer.joinedAt.getTime() < set["members.new-days"] * day;
  const anHour = isNew ? Math.min(set["comments.new-hour"], set["comments.hour"]) : set["comments.hour"];
  const limits = [
    { name: "comments.minute", most: set["comments.minute"], seconds: 60 },
    { name: "comments.hour", most: anHour, seconds: 3600 },
  ];
  const wait = await takeDrops(ctx, limits, ctx.viewer.id);
  if (wait > 0) fail("commenting-too-fast", { wait });
}

/** Counts one change of one's words. */
export async function keepToEdits(ctx: Acting, set: Settings): Promise<void> {
  const limit = { name: "comments.edits-hour", most: set["comments.edits-hour"], seconds: 3600 };
  const wait = await takeDrop(ctx, limit, ctx.viewer.id);
  if (wait > 0) fail("commenting-too-fast", { wait });
}

/** Of one member's words that arrive at the same time, on whatever instance, the later find the earlier. */
export const takeTurn = ({ db, viewer }: Acting) => lockFor(db, { who: `says ${viewer.id}` });

const lockFor = builtRaw(() => sql`select pg_advisory_xact_lock(hashtextextended(${ph("who")}, 0))`);

/** The first time that this member said these words, word for word, in the last day. What they deleted since does not count. */
export async function findRepeat({ db, viewer, now }: Acting, source: string, set: Settings) {
  const hours = set["comments.duplicate-hours"];
  if (hours === 0) return null;
  const since = new Date(now().getTime() - hours * hour);
  const [first] = await sameWords(db, { author: viewer.id, source, since });
  return first ?? null;
}

const sameWords = built((db) => {
  const inPart = sql`exists (select 1 from ${commentParts} where ${commentParts.commentId} = ${comments.id} and ${commentParts.source} = ${ph("source")})`;
  return db
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.authorId, ph("author")),
        gt(comments.writtenAt, ph("since")),
        isNull(comments.deletedAt),
        sql`(${comments.source} = ${ph("source")} or (${comments.parts} > 1 and ${inPart}))`,
      ),
    )
    .orderBy(asc(comments.writtenAt), asc(comments.id))
    .limit(1);
});

/** Refuses words that were said before; the refusal leads to the first. */
export async function refuseRepeat(ctx: Acting, before: { id: string } | null): Promise<void> {
  if (!before) return;
  const [first] = await ctx.db
    .select({
      key: comments.key,
      writtenAt: comments.writtenAt,
      post: { key: posts.key, slug: posts.slug },
      readable: sql<boolean>`${postVisibleTo(ctx.viewer)}`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.id, before.id));
  if (!first) return;
  const ago = Math.max(1, Math.round((ctx.now().getTime() - first.writtenAt.getTime()) / 1000));
  // The address of a post has its title in it.
  fail("said-before", { ago, ...(first.readable && { see: permalinkOf(first.post, first.key) }) });
}
