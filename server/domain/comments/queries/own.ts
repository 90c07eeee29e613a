import type { z } from "zod";
import type { Acting } from "../../context";
import { settingsOf } from "../../settings/queries";
import { permalinkOf } from "../address";
import { beginning } from "../begun";
import { fail } from "../errors";
import { findComment } from "../find";
import { type commentToChange, mostReason } from "../input";
import { partOf } from "../parts";
import { can, deletedByThem } from "../policy";

/**
 * A comment of one's own, or one of its parts, as it was typed, to change it; for a moderator also what is too old for its
 * author.
 */
export async function commentToEdit(ctx: Acting, { key, part }: z.infer<typeof commentToChange>) {
  const comment = await findComment(ctx, key);
  const answer = can(ctx.viewer, "edit", comment);
  const may = can(ctx.viewer, "amend", comment).ok ? ("amend" as const) : ("edit" as const);
  if (!answer.ok && may === "edit") return fail(answer.because);
  const { source, writtenAt } = await partOf(ctx, comment, part);
  const set = await settingsOf(ctx);
  const quietUntil = new Date(writtenAt.getTime() + set["comments.quiet-minutes"] * 60_000);
  const mayBeQuiet = may === "edit" && comment.repliesGiven === 0 && !comment.hiddenAt && ctx.now() <= quietUntil;
  return {
    key,
    part,
    /** By which right: one's own words, or a moderator's. */
    may,
    parts: comment.parts,
    source,
    format: comment.format,
    /** Comes back with the change: it says when it was begun. */
    begun: beginning(ctx, key),
    href: permalinkOf(comment.post, key),
    post: { title: comment.post.title },
    /**
     * A change that was begun until then leaves no mark, should nobody have answered, reacted to or reported it; null
     * where every change leaves one. Whether it was reported is not told.
     */
    quietUntil: mayBeQuiet ? quietUntil : null,
    limit: set["comment.characters"],
    mostReason,
  };
}

/** A comment of one's own that may go on in another part. */
export async function commentToContinue(ctx: Acting, { key }: { key: string }) {
  const comment = await findComment(ctx, key);
  const answer = can(ctx.viewer, "continue", comment);
  if (!answer.ok) return fail(answer.because);
  return {
    key,
    html: comment.html,
    parts: comment.parts,
    mostParts: comment.mostParts,
    until: new Date((comment.continuedAt ?? comment.writtenAt).getTime() + comment.continueMinutes * 60_000),
    href: permalinkOf(comment.post, key),
    post: { key: comment.post.key, title: comment.post.title },
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
