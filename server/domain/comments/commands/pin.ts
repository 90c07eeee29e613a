import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { settingsOf } from "../../settings/queries";
import { permalinkOf } from "../address";
import { fail } from "../errors";
import { findComment } from "../find";
import { can } from "../policy";

/** Puts a comment among the few at the top of its thread. Pinned already, it stays where it is. */
export async function pinComment(ctx: Acting, { key }: { key: string }) {
  const most = (await settingsOf(ctx))["comments.pinned"];
  return atomically(ctx, async (ctx) => {
    const comment = await ask(ctx, key, "pin");
    const { id, postId } = comment;
    const answered = { key, href: permalinkOf(comment.post, key) };
    if (comment.pinnedAt) return answered;
    // Two who pin at once take their turn.
    await ctx.db.select({ id: posts.id }).from(posts).where(eq(posts.id, postId)).for("no key update");
    if ((await pinnedOn(ctx, postId)) >= most) fail("too-many-pins", { most });
    const pinned = { pinnedAt: ctx.now(), pinnedById: ctx.viewer.id };
    await ctx.db.update(comments).set(pinned).where(eq(comments.id, id));
    await tell(ctx, { type: "comment.changed", commentId: id, postId });
    return answered;
  });
}

/** Takes it from there again. */
export function unpinComment(ctx: Acting, { key }: { key: string }) {
  return atomically(ctx, async (ctx) => {
    const comment = await ask(ctx, key, "unpin");
    const { id, postId } = comment;
    if (comment.pinnedAt) {
      await ctx.db.update(comments).set({ pinnedAt: null, pinnedById: null }).where(eq(comments.id, id));
      await tell(ctx, { type: "comment.changed", commentId: id, postId });
    }
    return { key, href: permalinkOf(comment.post, key) };
  });
}

async function ask(ctx: Acting, key: string, may: "pin" | "unpin") {
  const comment = await findComment(ctx, key, { lock: true });
  const answer = can(ctx.viewer, may, comment);
  return answer.ok ? comment : fail(answer.because);
}

/** What was deleted or hidden since takes nobody's place. */
async function pinnedOn({ db }: Acting, postId: string): Promise<number> {
  const stands = and(eq(comments.state, "shown"), isNull(comments.deletedAt), isNull(comments.hiddenAt));
  const [row] = await db
    .select({ many: count() })
    .from(comments)
    .where(and(eq(comments.postId, postId), isNotNull(comments.pinnedAt), stands));
  return row?.many ?? 0;
}
