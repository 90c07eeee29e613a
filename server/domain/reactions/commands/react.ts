import { ne } from "drizzle-orm";
import { reactions } from "#/db/schema/reactions";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { fail } from "../errors";
import type { Kind, ThingRef } from "../input";
import { can } from "../policy";
import { findThing } from "../things";
import { keepToLimit } from "./limit";

/**
 * Says one of the three to a post or a comment, in place of what this member said to it before. Sent twice it is said
 * once: a second press that takes it back is a press on another button (`takeBack`), so that a form that arrives two
 * times never undoes itself.
 */
export async function react(ctx: Acting, { thing: ref, kind }: { thing: ThingRef; kind: Kind }) {
  await ask(ctx, ref);
  await keepToLimit(ctx);
  return atomically(ctx, async (ctx) => {
    const thing = await ask(ctx, ref);
    const { postId, commentId } = thing;
    const row = { kind, at: ctx.now() };
    const said = await ctx.db
      .insert(reactions)
      .values({ ...row, memberId: ctx.viewer.id, ...(commentId ? { commentId } : { postId }) })
      .onConflictDoUpdate({
        target: [reactions.memberId, commentId ? reactions.commentId : reactions.postId],
        set: row,
        setWhere: ne(reactions.kind, kind),
      })
      .returning({ id: reactions.id });
    if (said.length > 0) await tell(ctx, { type: "reaction.changed", postId, commentId });
    return { mine: kind, href: thing.href };
  });
}

async function ask(ctx: Acting, ref: ThingRef) {
  const thing = await findThing(ctx, ref);
  const answer = can(ctx.viewer, "react", thing);
  return answer.ok ? thing : fail(answer.because);
}
