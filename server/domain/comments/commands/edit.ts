import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { commentVersions, comments } from "#/db/schema/comments";
import { reports } from "#/db/schema/moderation";
import { reactions } from "#/db/schema/reactions";
import type { Rendered } from "#/server/platform/text";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { keepToMentions } from "../../posts/mentions";
import { settingsOf } from "../../settings/queries";
import { permalinkOf } from "../address";
import { begunAt } from "../begun";
import { fail } from "../errors";
import { findComment } from "../find";
import type { changedComment } from "../input";
import { changePart, joinParts, partOf } from "../parts";
import { can } from "../policy";
import { columnsOf, measure, renderWords } from "../words";
import { keepToEdits } from "./limits";

type Change = {
  key: string;
  part: number;
  source: string;
  begun: Date;
  quiet: number;
  /** By its author, or by a moderator when it is too old for that. */
  may: "edit" | "amend";
  /** Whether `also` becomes true where no word is changed, too. */
  evenUnchanged?: boolean;
  /** What else becomes true with it. */
  also: (ctx: Acting, comment: Found) => Promise<void>;
};
type Found = Awaited<ReturnType<typeof findComment>>;

/**
 * Changes the words of a comment, or of one of its parts; its place and its instant stay. In the first minutes, while
 * nobody has answered, reacted or reported it, that leaves no trace; later it says that it was edited, and what it said
 * before is kept and can be compared. What counts is when the change was begun, so that no clock cuts a running edit.
 */
export const editComment = (ctx: Acting, change: z.infer<typeof changedComment>) =>
  changeComment(ctx, change, { may: "edit", also: async () => {} });

/**
 * The same for whoever may: an author, or a moderator where the author cannot any more.
 * @param how by which right, and what else becomes true in the same transaction
 */
export async function changeComment(
  ctx: Acting,
  { key, part, source, begun: said }: z.infer<typeof changedComment>,
  how: Pick<Change, "may" | "also" | "evenUnchanged">,
) {
  const set = await settingsOf(ctx);
  const begun = begunAt(ctx, key, said);
  const change = { key, part, source, begun, quiet: set["comments.quiet-minutes"], ...how };
  const { comment, old } = await ask(ctx, change);
  measure(source, set["comment.characters"]);
  if (source === old.source && !how.evenUnchanged) return { key, href: permalinkOf(comment.post, key) };
  await keepToEdits(ctx, set);
  const rendered = await renderWords(source, comment.format);
  await keepToMentions(ctx, rendered.html, comment.html);
  return atomically(ctx, (ctx) => keep(ctx, change, rendered));
}

async function ask(ctx: Acting, { key, part, begun, may }: Change, how: { lock?: boolean } = {}) {
  const comment = await findComment(ctx, key, { ...how, begun });
  const answer = can(ctx.viewer, may, comment);
  if (!answer.ok) return fail(answer.because);
  return { comment, old: await partOf(ctx, comment, part) };
}

async function keep(ctx: Acting, change: Change, rendered: Rendered) {
  const { comment, old } = await ask(ctx, change, { lock: true });
  const { id, hiddenAt } = comment;
  const answered = { key: change.key, href: permalinkOf(comment.post, change.key) };
  if (change.source === old.source) {
    if (change.evenUnchanged) await alsoAndTell(ctx, change, comment);
    return answered;
  }
  const at = ctx.now();
  const traced = !(await isQuiet(ctx, comment, change, old.writtenAt));
  if (traced) {
    await ctx.db.insert(commentVersions).values({
      commentId: id,
      part: change.part,
      source: old.source,
      replacedAt: at,
      replacedById: ctx.viewer.id,
      // What stood there while it was hidden is not for everybody when it is back.
      withheldAt: hiddenAt && at,
    });
  }
  await write(ctx, comment, change, rendered, traced ? { editedAt: at } : {});
  await alsoAndTell(ctx, change, comment);
  return answered;
}

async function alsoAndTell(ctx: Acting, change: Change, comment: Found): Promise<void> {
  await change.also(ctx, comment);
  await tell(ctx, { type: "comment.changed", commentId: comment.id, postId: comment.postId });
}

async function write(ctx: Acting, comment: Found, change: Change, rendered: Rendered, more: { editedAt?: Date }) {
  const { part, source } = change;
  if (comment.parts === 1) {
    const row = { source, ...columnsOf(rendered), ...more };
    await ctx.db.update(comments).set(row).where(eq(comments.id, comment.id));
    return;
  }
  await changePart(ctx, comment.id, part, { source, html: rendered.html });
  await joinParts(ctx, comment.id, { renderedBy: rendered.version, ...more });
}

/** That it is so young, and so alone, that a changed word misleads nobody. */
async function isQuiet(ctx: Acting, comment: Found, { begun, quiet, may }: Change, writtenAt: Date): Promise<boolean> {
  if (may === "amend" || comment.repliesGiven > 0 || comment.hiddenAt) return false;
  if (begun.getTime() - writtenAt.getTime() > quiet * 60_000) return false;
  const [seen] = await ctx.db
    .select({
      received: sql<boolean>`exists (select 1 from ${reactions} where ${reactions.commentId} = ${comment.id})
        or exists (select 1 from ${reports} where ${reports.commentId} = ${comment.id})`,
    })
    .from(sql`(select 1) one`);
  return !seen?.received;
}
