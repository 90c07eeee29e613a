import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { commentParts } from "#/db/schema/comments";
import type { Rendered } from "#/server/platform/text";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { keepToMentions } from "../../posts/mentions";
import { onceOf } from "../../posts/once";
import { can as canPost } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import type { Settings } from "../../settings/schema";
import { permalinkOf } from "../address";
import { fail } from "../errors";
import { findComment } from "../find";
import type { continuedComment } from "../input";
import { joinParts } from "../parts";
import { can } from "../policy";
import { measure, renderWords } from "../words";
import { findRepeat, keepToLimits, refuseRepeat, takeTurn } from "./limits";

type Found = Awaited<ReturnType<typeof findComment>>;
type More = { key: string; source: string; rendered: Rendered; onceKey: string | null; set: Settings };

/**
 * Goes on in another part of one's own comment. All parts are one comment: one place, one address, counted once, told of
 * once; each part has the whole length to itself. The same form sent twice makes one part.
 */
export async function continueComment(ctx: Acting, { key, source, once }: z.infer<typeof continuedComment>) {
  const set = await settingsOf(ctx);
  measure(source, set["comment.characters"]);
  const onceKey = onceOf(once, key, source);
  const before = await findComment(ctx, key);
  const twin = await sentBefore(ctx, before, onceKey);
  if (twin) return { key, part: twin.nth, href: permalinkOf(before.post, key) };
  await ask(ctx, key);
  await keepToLimits(ctx, set);
  const rendered = await renderWords(source, "markdown");
  await keepToMentions(ctx, rendered.html);
  return atomically(ctx, (ctx) => keep(ctx, { key, source, rendered, onceKey, set }));
}

async function ask(ctx: Acting, key: string, how?: { lock: boolean }) {
  const comment = await findComment(ctx, key, how);
  const answer = can(ctx.viewer, "continue", comment);
  return answer.ok ? comment : fail(answer.because);
}

async function keep(ctx: Acting, { key, source, rendered, onceKey, set }: More) {
  await takeTurn(ctx);
  const comment = await findComment(ctx, key, { lock: true });
  const { id, postId, parts, writtenAt } = comment;
  const answered = { key, href: permalinkOf(comment.post, key) };
  const twin = await sentBefore(ctx, comment, onceKey);
  if (twin) return { ...answered, part: twin.nth };
  await ask(ctx, key);
  await refuseRepeat(ctx, await findRepeat(ctx, source, set));

  const nth = parts + 1;
  const at = ctx.now();
  const part = { commentId: id, nth, source, html: rendered.html, writtenAt: at, onceKey };
  const first = { commentId: id, nth: 1, source: comment.source, html: comment.html, writtenAt };
  await ctx.db.insert(commentParts).values(parts === 1 ? [first, part] : [part]);
  await joinParts(ctx, id, { parts: nth, continuedAt: at, renderedBy: rendered.version });
  await tell(ctx, { type: "comment.continued", commentId: id, postId });
  return { ...answered, part: nth };
}

/** The part this very form with these very words made before, where its post can still be read. */
async function sentBefore({ db, viewer }: Acting, { id: commentId, post }: Found, onceKey: string | null) {
  if (!onceKey) return null;
  const [found] = await db
    .select({ nth: commentParts.nth })
    .from(commentParts)
    .where(and(eq(commentParts.commentId, commentId), eq(commentParts.onceKey, onceKey)));
  if (!found) return null;
  return canPost(viewer, "read", post).ok ? found : fail("no-such-comment");
}
