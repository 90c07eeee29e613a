import { permalinkOf } from "../comments/address";
import { findComment, findPlace } from "../comments/find";
import { can } from "../comments/policy";
import type { Reading } from "../context";
import { addressOf } from "../posts/address";
import { can as canPost } from "../posts/policy";
import { fail } from "./errors";

/** The thread or branch a choice is about, for whoever may read it. */
export async function findThread(
  ctx: Reading,
  { postKey, commentKey }: { postKey: string; commentKey?: string | undefined },
): Promise<{ postId: string; commentId: string | null; href: string }> {
  const post = await findPlace(ctx, postKey);
  if (!canPost(ctx.viewer, "read", post).ok || !post.publishedAt) return fail("no-such-post");
  if (!commentKey) return { postId: post.id, commentId: null, href: addressOf(post) };
  const comment = await findComment(ctx, commentKey);
  if (comment.postId !== post.id || !can(ctx.viewer, "read", comment).ok) return fail("no-such-comment");
  return { postId: post.id, commentId: comment.id, href: permalinkOf(post, commentKey) };
}
