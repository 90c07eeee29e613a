import { and, eq, isNull } from "drizzle-orm";
import { comments, guests } from "#/db/schema/comments";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { fail } from "../errors";
import { guestOfMember } from "../queries/mine";

/**
 * Makes a member the author of what they wrote as a guest under the address they have proven here. Their own act, since
 * it puts their name to it; nothing of it is done by joining alone.
 */
export function claimComments(ctx: Acting): Promise<{ claimed: number }> {
  return atomically(ctx, async (ctx) => {
    const guest = (await guestOfMember(ctx)) ?? fail("nothing-to-claim");
    const claimed = await ctx.db
      .update(comments)
      .set({ authorId: ctx.viewer.id, guestName: null, guestSite: null })
      .where(and(eq(comments.guestId, guest.id), isNull(comments.authorId)))
      .returning({ commentId: comments.id, postId: comments.postId });
    if (claimed.length === 0) return fail("nothing-to-claim");
    await ctx.db.update(guests).set({ memberId: ctx.viewer.id }).where(eq(guests.id, guest.id));
    for (const it of claimed) await tell(ctx, { type: "comment.changed", ...it });
    return { claimed: claimed.length };
  });
}
