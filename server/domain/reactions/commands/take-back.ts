import { and, eq } from "drizzle-orm";
import { reactions } from "#/db/schema/reactions";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { fail } from "../errors";
import type { ThingRef } from "../input";
import { can } from "../policy";
import { findThing } from "../things";
import { keepToLimit } from "./limit";

/** Takes one's reaction back. Where there is none any more that is what was wanted: a success. */
export async function takeBack(ctx: Acting, { thing: ref }: { thing: ThingRef }) {
  const thing = await findThing(ctx, ref);
  const answer = can(ctx.viewer, "takeBack", thing);
  if (!answer.ok) return fail(answer.because);
  await keepToLimit(ctx);
  const { postId, commentId, href } = thing;
  const about = commentId ? eq(reactions.commentId, commentId) : eq(reactions.postId, postId);
  return atomically(ctx, async (ctx) => {
    const gone = await ctx.db
      .delete(reactions)
      .where(and(about, eq(reactions.memberId, ctx.viewer.id)))
      .returning({ id: reactions.id });
    if (gone.length > 0) await tell(ctx, { type: "reaction.changed", postId, commentId });
    return { mine: null, href };
  });
}
