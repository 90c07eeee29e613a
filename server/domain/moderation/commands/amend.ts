import type { z } from "zod";
import { changeComment, withholdForGood } from "../../comments/commands";
import type { Acting } from "../../context";
import { logAct } from "../act";
import type { amending } from "../input";

/**
 * Changes the words of a comment that is too old for its author to change, as when they ask for an address to be taken
 * out. It says that it was edited and by whom in which role, and the log says why. What it said before can be compared by
 * everybody, or is kept back with it: what is to be out of sight may stand in each of its earlier versions.
 */
export const amendComment = (ctx: Acting, { comment: key, reason, keepBack, ...words }: z.infer<typeof amending>) =>
  changeComment(
    ctx,
    { key, ...words },
    {
      may: "amend",
      // The author may have taken it out already: then only what they said before is kept back.
      evenUnchanged: keepBack,
      also: async (ctx, { id, postId }) => {
        if (keepBack) await withholdForGood(ctx, id, ctx.now());
        await logAct(ctx, { act: "amend", commentId: id, postId, reason });
      },
    },
  );
