import { findComment } from "../../comments/find";
import { can as mayWithComment } from "../../comments/policy";
import type { Acting } from "../../context";
import { fail } from "../errors";
import { mostReason, mostWords } from "../input";
import { can } from "../policy";
import { houseRules } from "../rules";
import { findThing, type ThingRef } from "../things";
import { casesOf } from "./cases";

/** One post or comment as a moderator sees it, whole, with the rules to choose from. Missing for everybody else. */
export async function toJudge(ctx: Acting, { thing: ref }: { thing: ThingRef }) {
  const thing = await findThing(ctx, ref);
  const answer = can(ctx.viewer, "judge", thing);
  if (!answer.ok && answer.because === "no-such-thing") return fail(answer.because);
  const cases = await casesOf(ctx, [thing]);
  const found = cases.get(thing.commentId ?? thing.postId) ?? fail("no-such-thing");
  // Whoever wrote it learns from the notice what was decided, not from the queue who called for it.
  const own = answer.ok ? found : { ...found, reports: [], acts: [] };
  const amend = "comment" in ref && mayWithComment(ctx.viewer, "amend", await findComment(ctx, ref.comment)).ok;
  return { ...own, can: { ...own.can, amend }, own: !answer.ok, rules: houseRules, mostReason };
}

/** What somebody is about to report, in a few words; and whether they have done so before. Missing when they may not. */
export async function toReport(ctx: Acting, { thing: ref }: { thing: ThingRef }) {
  const thing = await findThing(ctx, ref);
  const answer = can(ctx.viewer, "report", thing);
  if (!answer.ok) return fail(answer.because);
  const cases = await casesOf(ctx, [thing]);
  const found = cases.get(thing.commentId ?? thing.postId) ?? fail("no-such-thing");
  const { kind, key, href, post, author, words, reports } = found;
  const already = reports.some(({ by }) => by.handle === ctx.viewer.handle);
  return { kind, key, href, post: { title: post.title, href: post.href }, author, words, already, mostWords };
}
