import { eq } from "drizzle-orm";
import { commentLinks } from "#/db/schema/sites";
import { permalinkOf } from "../../comments/address";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { fail } from "../errors";
import { findLine } from "../line";
import { can } from "../policy";

/** Takes the line under a comment away and leaves the comment as it is: by its author, or by a moderator. */
export const removeLine = (ctx: Acting, { key }: { key: string }) => change(ctx, key, "remove");

/** Gives it back: what its author took, its author; what anybody took, a moderator. */
export const restoreLine = (ctx: Acting, { key }: { key: string }) => change(ctx, key, "restore");

const change = (ctx: Acting, key: string, act: "remove" | "restore") =>
  atomically(ctx, async (ctx) => {
    const line = await findLine(ctx, key, { lock: true });
    const answer = can(ctx.viewer, act, line);
    if (!answer.ok) fail(answer.because);
    const removed = act === "remove" ? { removedAt: ctx.now(), removedById: ctx.viewer.id } : null;
    await ctx.db
      .update(commentLinks)
      .set(removed ?? { removedAt: null, removedById: null })
      .where(eq(commentLinks.commentId, line.commentId));
    await tell(ctx, { type: "comment.changed", commentId: line.commentId, postId: line.comment.postId });
    const { commentId, comment, post } = line;
    return { commentId, postId: comment.postId, authorId: comment.authorId, href: permalinkOf(post, key) };
  });
