import type { Acting } from "../../context";
import { settingsOf } from "../../settings/queries";
import { permalinkOf } from "../address";
import { fail } from "../errors";
import { findComment } from "../find";
import { can, deletedByThem } from "../policy";

/** A comment of one's own as it was typed, to change it. */
export async function commentToEdit(ctx: Acting, { key }: { key: string }) {
  const comment = await findComment(ctx, key);
  const answer = can(ctx.viewer, "edit", comment);
  if (!answer.ok) return fail(answer.because);
  return {
    key,
    source: comment.source,
    format: comment.format,
    href: permalinkOf(comment.post, key),
    post: { title: comment.post.title },
    limit: (await settingsOf(ctx))["comment.characters"],
  };
}

/** A comment of one's own before its deletion or behind it: the page that asks, and the one that undoes. */
export async function commentToDelete(ctx: Acting, { key }: { key: string }) {
  const comment = await findComment(ctx, key);
  const undo = can(ctx.viewer, "undo", comment).ok;
  const answer = can(ctx.viewer, "delete", comment);
  if (!answer.ok && !deletedByThem(ctx.viewer, comment)) return fail(answer.because);
  return {
    key,
    excerpt: comment.excerpt,
    href: permalinkOf(comment.post, key),
    post: { title: comment.post.title },
    deletedAt: comment.deletedAt,
    undoDays: comment.undoDays,
    can: { undo },
  };
}
