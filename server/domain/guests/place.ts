import type { Reading } from "../context";
import { findComment, findPlace } from "../comments/find";
import { fail } from "./errors";
import { mayReply, mayWrite } from "./policy";

/** Where a guest's words will stand, as anybody at all sees it; refused where they may not. */
export async function placeFor(
  ctx: Reading,
  { postKey, parentKey }: { postKey: string; parentKey?: string | undefined },
  how?: { lock: boolean },
) {
  const anybody = { ...ctx, viewer: null };
  const post = await findPlace(anybody, postKey);
  const answer = mayWrite(post);
  if (!answer.ok) return fail(answer.because);
  if (!parentKey) return { post, parent: null };
  const parent = await findComment(anybody, parentKey, how);
  if (parent.postId !== post.id) return fail("no-such-comment");
  const may = mayReply(parent);
  return may.ok ? { post, parent } : fail(may.because);
}
