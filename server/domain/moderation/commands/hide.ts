import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { type Report, reports } from "#/db/schema/moderation";
import { posts } from "#/db/schema/posts";
import { unwithholdVersions, withholdVersions } from "../../comments/commands";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { distrustGuestOf } from "../../guests/commands";
import { openPostVersions, withholdPostVersions } from "../../posts/commands";
import { logAct } from "../act";
import { fail } from "../errors";
import type { hiding, keeping, unhiding } from "../input";
import { can } from "../policy";
import { sayingOf } from "../rules";
import { findThing, type Thing } from "../things";

/** Takes the words away from everybody but their author and the moderators; the place stays and names the rule. */
export function hideThing(ctx: Acting, { thing: ref, rule: code, reason }: z.infer<typeof hiding>) {
  const rule = sayingOf(code) ?? fail("no-such-rule");
  return atomically(ctx, async (ctx) => {
    const thing = await findThing(ctx, ref, { lock: true });
    const answer = can(ctx.viewer, "hide", thing);
    if (!answer.ok) fail(answer.because);
    const at = ctx.now();
    await mark(ctx, thing, { hiddenAt: at, hiddenRule: rule });
    // Its earlier words go as well, and do not come back with it.
    if (thing.commentId) await withholdVersions(ctx, thing.commentId, at);
    else await withholdPostVersions(ctx, thing.postId, at);
    if (thing.commentId) await distrustGuestOf(ctx, thing.commentId);
    await logAct(ctx, { act: "hide", ...namesOf(thing), rule, reason });
    await tell(ctx, { type: "thing.hidden", ...namesOf(thing), byId: ctx.viewer.id });
    await answerReports(ctx, thing, "hidden", at);
  });
}

/** Gives the words back. Taken back as an undo, the reports that the hiding answered wait again. */
export function unhideThing(ctx: Acting, { thing: ref, undo }: z.infer<typeof unhiding>) {
  return atomically(ctx, async (ctx) => {
    const thing = await findThing(ctx, ref, { lock: true });
    const answer = can(ctx.viewer, "unhide", thing);
    if (!answer.ok) fail(answer.because);
    await mark(ctx, thing, { hiddenAt: null, hiddenRule: null });
    if (!thing.commentId && thing.hiddenAt) await openPostVersions(ctx, thing.postId, thing.hiddenAt);
    if (undo && thing.hiddenAt) await takeBack(ctx, thing, thing.hiddenAt);
    await logAct(ctx, { act: "unhide", ...namesOf(thing) });
    await tell(ctx, { type: "thing.unhidden", ...namesOf(thing), byId: ctx.viewer.id });
  });
}

/** Leaves what was reported as it is, and tells those who reported it. */
export function keepThing(ctx: Acting, { thing: ref, reason }: z.infer<typeof keeping>) {
  return atomically(ctx, async (ctx) => {
    const thing = await findThing(ctx, ref, { lock: true });
    const answer = can(ctx.viewer, "judge", thing);
    if (!answer.ok) fail(answer.because);
    if ((await answerReports(ctx, thing, "kept", ctx.now())) === 0) fail("nothing-waits");
    await logAct(ctx, { act: "keep", ...namesOf(thing), reason });
  });
}

/** Of a hiding that was a slip, nothing stays. */
async function takeBack(ctx: Acting, thing: Thing, hiddenAt: Date) {
  await reopenReports(ctx, thing, hiddenAt);
  if (thing.commentId) await unwithholdVersions(ctx, thing.commentId, hiddenAt);
}

const namesOf = ({ postId, commentId }: Thing) => ({ postId, commentId });

const about = ({ postId, commentId }: Thing) =>
  commentId ? eq(reports.commentId, commentId) : eq(reports.postId, postId);

const mark = (
  { db }: Acting,
  { postId, commentId }: Thing,
  row: { hiddenAt: Date | null; hiddenRule: string | null },
) =>
  commentId
    ? db.update(comments).set(row).where(eq(comments.id, commentId))
    : db.update(posts).set(row).where(eq(posts.id, postId));

/** Answers every open report of a thing at once, and tells each person who reported it. Says how many there were. */
async function answerReports(ctx: Acting, thing: Thing, answer: NonNullable<Report["answer"]>, at: Date) {
  const answered = await ctx.db
    .update(reports)
    .set({ answer, answeredAt: at, answeredById: ctx.viewer.id })
    .where(and(about(thing), isNull(reports.answer)))
    .returning({ reportId: reports.id, reporterId: reports.reporterId });
  for (const report of answered) await tell(ctx, { type: "report.answered", ...report, answer });
  return answered.length;
}

/** The reports a hiding answered carry its very instant. */
const reopenReports = ({ db }: Acting, thing: Thing, hiddenAt: Date) =>
  db
    .update(reports)
    .set({ answer: null, answeredAt: null, answeredById: null })
    .where(and(about(thing), eq(reports.answer, "hidden"), eq(reports.answeredAt, hiddenAt)));
