import type { z } from "zod";
import { changeComment } from "../../comments/commands";
import type { Acting } from "../../context";
import { logAct } from "../act";
import type { amending } from "../input";

/**
 * Changes the words of a comment that is too old for its author to change, as when they ask for an address to be taken
 * out. It says that it was edited and by whom in which role, and the log says why.
 */
export const amendComment = (ctx: Acting, { comment: key, reason, ...words }: z.infer<typeof amending>) =>
  changeComment(
    ctx,
    { key, ...words },
    {
      may: "amend",
      also: (ctx, { id, postId }) => logAct(ctx, { act: "amend", commentId: id, postId, reason }),
    },
  );
