import { eq } from "drizzle-orm";
import type { z } from "zod";
import { type Comment, comments } from "#/db/schema/comments";
import type { Act } from "#/db/schema/moderation";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { trustGuestOf } from "../../guests/commands";
import { logAct } from "../act";
import { fail } from "../errors";
import type { commentRef } from "../input";
import { can } from "../policy";
import { findThing } from "../things";

type Ref = z.infer<typeof commentRef>;
type Step = { may: "approve" | "leave"; act: Act["act"]; state: Comment["state"] };

/** Lets a held comment stand among the others. */
export const approveComment = (ctx: Acting, ref: Ref) =>
  step(ctx, ref, { may: "approve", act: "approve", state: "shown" });

/** Leaves a held comment out: it is kept, unseen, and waits no more. */
export const leaveComment = (ctx: Acting, ref: Ref) => step(ctx, ref, { may: "leave", act: "leave", state: "trash" });

const step = (ctx: Acting, { comment }: Ref, { may, act, state }: Step) =>
  atomically(ctx, async (ctx) => {
    const { commentId, postId, ...thing } = await findThing(ctx, { comment }, { lock: true });
    const answer = can(ctx.viewer, may, thing);
    if (!answer.ok) fail(answer.because);
    if (!commentId) return fail("no-such-thing");
    await ctx.db.update(comments).set({ state }).where(eq(comments.id, commentId));
    await logAct(ctx, { act, postId, commentId });
    const isGuests = may === "approve" && (await trustGuestOf(ctx, commentId));
    // What a guest wrote here is news to those it answers only now; what came by import is not.
    if (isGuests && thing.state === "held")
      await tell(ctx, { type: "comment.written", commentId, postId, parentId: null, authorId: null });
    else await tell(ctx, { type: "comment.changed", commentId, postId });
  });
