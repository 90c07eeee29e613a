import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { reports } from "#/db/schema/moderation";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { useUp } from "../../limits";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import type { newReport } from "../input";
import { can } from "../policy";
import { findThing, type Thing } from "../things";

/**
 * Calls a moderator to a post or a comment. Who has reported it before has done so already: nothing changes, and the
 * answer says it.
 */
export async function reportThing(ctx: Acting, { thing: ref, reason, words }: z.infer<typeof newReport>) {
  const thing = await findThing(ctx, ref);
  if (await reportedBefore(ctx, thing)) return { already: true };
  const answer = can(ctx.viewer, "report", thing);
  if (!answer.ok) return fail(answer.because);
  const { "reports.hour": most } = await settingsOf(ctx);
  const wait = await useUp(ctx, { name: "reports", most, seconds: 3600 }, ctx.viewer.id);
  if (wait > 0) return fail("reporting-too-fast", { minutes: Math.ceil(wait / 60) });

  return atomically(ctx, async (ctx) => {
    const about = thing.commentId ? { commentId: thing.commentId } : { postId: thing.postId };
    const [report] = await ctx.db
      .insert(reports)
      .values({ ...about, reporterId: ctx.viewer.id, reason, words, madeAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ id: reports.id });
    if (report) await tell(ctx, { type: "report.made", reportId: report.id });
    return { already: !report };
  });
}

async function reportedBefore({ db, viewer }: Acting, { postId, commentId }: Thing): Promise<boolean> {
  const about = commentId ? eq(reports.commentId, commentId) : eq(reports.postId, postId);
  const mine = await db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.reporterId, viewer.id), about));
  return mine.length > 0;
}
