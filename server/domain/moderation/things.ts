import { eq, getTableColumns, sql } from "drizzle-orm";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { reports } from "#/db/schema/moderation";
import { posts } from "#/db/schema/posts";
import { can as mayWithComment } from "../comments/policy";
import type { Acting } from "../context";
import { blockedFrom, connectedWith } from "../posts/nearness";
import { can as mayWithPost, type PostFacts } from "../posts/policy";
import { fail } from "./errors";
import type { thing } from "./input";
import type { Judged } from "./policy";

export type ThingRef = z.infer<typeof thing>;

/** A post or a comment as a moderator's act needs it. `commentId` is null for a post. */
export type Thing = Judged & { postId: string; commentId: string | null; hiddenRule: string | null };

/**
 * A post or a comment with everything the rules must know, whoever may see it: ask `can` before any of it leaves.
 * @param lock holds its row until the transaction ends
 */
export const findThing = (ctx: Acting, ref: ThingRef, { lock = false } = {}): Promise<Thing> =>
  "comment" in ref ? findComment(ctx, ref.comment, lock) : findPost(ctx, ref.post, lock);

/** A report opens what it is about to the moderators until it is answered, and a week longer so that they can think again. */
const stillJudged = (now: () => Date) =>
  sql`(${reports.answeredAt} is null or ${reports.answeredAt} > ${new Date(now().getTime() - 7 * 86_400_000)})`;

async function findComment({ db, viewer, now }: Acting, key: string, lock: boolean): Promise<Thing> {
  const found = db
    .select({
      comment: getTableColumns(comments),
      post: getTableColumns(posts),
      connected: connectedWith(viewer, posts.authorId),
      blocked: blockedFrom(viewer, posts.authorId),
      apart: blockedFrom(viewer, comments.authorId),
      reported: sql<boolean>`exists (select 1 from ${reports} where ${reports.commentId} = ${comments.id} and ${stillJudged(now)})`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.key, key));
  const [row] = await (lock ? found.for("update", { of: comments }) : found);
  if (!row) return fail("no-such-thing");
  const { comment, post, connected, blocked, apart, reported } = row;
  const { id, authorId, hiddenAt, hiddenRule, deletedAt, state } = comment;
  const read = (its: PostFacts, blocked: boolean, now = state) =>
    mayWithComment(viewer, "read", { ...comment, state: now, post: its, blocked }).ok;
  const addressed = read({ ...post, connected, blocked: false }, false, "shown");
  const readable = read({ ...post, connected, blocked }, apart);
  return {
    postId: post.id,
    commentId: id,
    authorId,
    hiddenAt,
    hiddenRule,
    deletedAt,
    state,
    addressed,
    readable,
    reported,
  };
}

async function findPost({ db, viewer, now }: Acting, key: string, lock: boolean): Promise<Thing> {
  const found = db
    .select({
      post: getTableColumns(posts),
      connected: connectedWith(viewer, posts.authorId),
      blocked: blockedFrom(viewer, posts.authorId),
      reported: sql<boolean>`exists (select 1 from ${reports} where ${reports.postId} = ${posts.id} and ${stillJudged(now)})`,
    })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(eq(posts.key, key));
  const [row] = await (lock ? found.for("update", { of: posts }) : found);
  if (!row) return fail("no-such-thing");
  const { post, connected, blocked, reported } = row;
  const { id, authorId, hiddenAt, hiddenRule, deletedAt } = post;
  const addressed = mayWithPost(viewer, "read", { ...post, connected, blocked: false }).ok;
  const readable = mayWithPost(viewer, "read", { ...post, connected, blocked }).ok;
  const state = "shown" as const;
  return {
    postId: id,
    commentId: null,
    authorId,
    hiddenAt,
    hiddenRule,
    deletedAt,
    state,
    addressed,
    readable,
    reported,
  };
}
