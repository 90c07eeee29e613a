import { and, eq, inArray, isNotNull, isNull, like, lte, sql } from "drizzle-orm";
import { commentParts, comments, commentVersions } from "#/db/schema/comments";
import { drafts } from "#/db/schema/drafts";
import { type Acting, atomically, type Reading } from "../../context";
import { tell } from "../../events";
import { settingsOf } from "../../settings/queries";
import { permalinkOf } from "../address";
import { fail } from "../errors";
import { findComment } from "../find";
import { can, deletedByThem } from "../policy";

const day = 24 * 60 * 60 * 1000;

/** Takes the words of a comment away from everybody; its place stays, and all that was answered to it. */
export function deleteComment(ctx: Acting, { key }: { key: string }) {
  return atomically(ctx, async (ctx) => {
    const comment = await findComment(ctx, key, { lock: true });
    const answered = { key, href: permalinkOf(comment.post, key) };
    if (deletedByThem(ctx.viewer, comment)) return answered;
    const answer = can(ctx.viewer, "delete", comment);
    if (!answer.ok) return fail(answer.because);
    // The form's key goes too: the same words may be said again.
    await ctx.db.update(comments).set({ deletedAt: ctx.now(), onceKey: null }).where(eq(comments.id, comment.id));
    await tell(ctx, { type: "comment.deleted", commentId: comment.id, postId: comment.postId });
    return answered;
  });
}

/** Brings a deleted comment back as it was. */
export function undoDeleteComment(ctx: Acting, { key }: { key: string }) {
  return atomically(ctx, async (ctx) => {
    const comment = await findComment(ctx, key, { lock: true });
    const answer = can(ctx.viewer, "undo", comment);
    if (!answer.ok) return fail(answer.because);
    await ctx.db.update(comments).set({ deletedAt: null }).where(eq(comments.id, comment.id));
    await tell(ctx, { type: "comment.changed", commentId: comment.id, postId: comment.postId });
    return { key, href: permalinkOf(comment.post, key) };
  });
}

/**
 * Erases the words of comments whose days to undo are over: those that stood last, every part of them, those they took
 * the place of, and what began as a change of them. For the scheduler; gives how many comments there were.
 */
export const eraseDeletedComments = (ctx: Reading): Promise<number> =>
  atomically(ctx, async ({ db, now }) => {
    const erased = await eraseWords({ db, now });
    if (erased.length === 0) return 0;
    const ids = erased.map(({ id }) => id);
    await db.delete(commentParts).where(inArray(commentParts.commentId, ids));
    await db.delete(commentVersions).where(inArray(commentVersions.commentId, ids));
    const keyOf = sql`split_part(${drafts.place}, '/', 2)`;
    const keys = erased.map(({ key }) => key);
    await db.delete(drafts).where(and(like(drafts.place, "edit/%"), inArray(keyOf, keys)));
    return erased.length;
  });

async function eraseWords({ db, now }: Pick<Reading, "db" | "now">) {
  const days = (await settingsOf({ db }))["comments.undo-days"];
  return db
    .update(comments)
    .set({ source: "", html: "", excerpt: "", links: [], parts: 1, continuedAt: null, erasedAt: now() })
    .where(
      and(
        isNotNull(comments.deletedAt),
        isNull(comments.erasedAt),
        lte(comments.deletedAt, new Date(now().getTime() - days * day)),
      ),
    )
    .returning({ id: comments.id, key: comments.key });
}
