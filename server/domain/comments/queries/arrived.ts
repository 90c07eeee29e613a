import { and, desc, eq, gt } from "drizzle-orm";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { notMuted } from "../../connections/policy";
import type { Reading } from "../../context";
import { can as canPost } from "../../posts/policy";
import { fail } from "../errors";
import { findPlace } from "../find";
import type { arrived } from "../input";
import { visibleTo } from "../policy";

/** The most that are named at once, the newest; whoever was away longer is told that there are more. */
const most = 100;

/** Two writers at once may be seen in another order than they wrote in: so far is looked back, in milliseconds. */
const overlap = 5_000;

/**
 * The comments that came under a post after an instant, the oldest first: their keys only. What this reader may not
 * read is not even counted, and whom they muted they are not told of. A few from just before the instant come again.
 */
export async function arrivedOn(ctx: Reading, { postKey, since }: z.infer<typeof arrived>) {
  const post = await findPlace(ctx, postKey);
  if (!canPost(ctx.viewer, "read", post).ok) return fail("no-such-post");
  const found = await ctx.db
    .select({ key: comments.key, writtenAt: comments.writtenAt })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      and(
        eq(comments.postId, post.id),
        gt(comments.writtenAt, new Date(since - overlap)),
        eq(comments.kind, "comment"),
        visibleTo(ctx.viewer),
        notMuted(ctx.viewer, comments.authorId, ctx.now()),
      ),
    )
    .orderBy(desc(comments.writtenAt), desc(comments.id))
    .limit(most + 1);
  const shown = found.slice(0, most).reverse();
  const left = found[most];
  return {
    postId: post.id,
    keys: shown.map(({ key }) => key),
    /** Where to go on from, in milliseconds. */
    until: Math.max(since, shown.at(-1)?.writtenAt.getTime() ?? 0),
    /** Whether older ones than these came after the instant, too. */
    more: left !== undefined && left.writtenAt.getTime() > since,
  };
}
