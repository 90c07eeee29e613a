import { eq } from "drizzle-orm";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { settingsOf } from "../../settings/queries";
import { permalinkOf } from "../address";
import { fail } from "../errors";
import { findComment } from "../find";
import type { changedComment } from "../input";
import { can } from "../policy";
import { columnsOf, measure, renderWords } from "../words";

/** Changes the words of a comment; its place and its instant stay, and it says that it was edited. */
export async function editComment(ctx: Acting, { key, source }: z.infer<typeof changedComment>) {
  const before = await askToEdit(ctx, key);
  measure(source, (await settingsOf(ctx))["comment.characters"]);
  const answered = { key, href: permalinkOf(before.post, key) };
  if (source === before.source) return answered;
  const rendered = await renderWords(source, before.format);

  return atomically(ctx, async (ctx) => {
    const comment = await askToEdit(ctx, key, { lock: true });
    const row = { source, editedAt: ctx.now(), ...columnsOf(rendered) };
    await ctx.db.update(comments).set(row).where(eq(comments.id, comment.id));
    await tell(ctx, { type: "comment.changed", commentId: comment.id, postId: comment.postId });
    return answered;
  });
}

async function askToEdit(ctx: Acting, key: string, how?: { lock: boolean }) {
  const comment = await findComment(ctx, key, how);
  const answer = can(ctx.viewer, "edit", comment);
  return answer.ok ? comment : fail(answer.because);
}
