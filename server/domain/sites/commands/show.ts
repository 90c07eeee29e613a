import { and, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { commentLinks, showsNothing, siteItems, sites } from "#/db/schema/sites";
import { countOf } from "#/server/platform/text";
import type { Acting } from "../../context";
import { visibleTo as postVisibleTo } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { standingComments } from "../earned";
import { fail } from "../errors";
import { isCurrent, notBanned } from "../find";
import type { choice } from "../input";

type Choice = z.infer<typeof choice>;
type Made = { id: string; source: string };

/**
 * Puts what the writer of a new comment chose under it; call it in the transaction that makes the comment. Only what
 * this server fetched from their own site can be chosen, or a post of theirs here: the form sends an id and no words.
 * A short comment with a link that is not earned yet waits for a moderator.
 */
export async function showLatest(ctx: Acting, comment: Made, chosen: Choice): Promise<void> {
  const set = await settingsOf(ctx);
  if (!set["latest.on"]) return;
  await remember(ctx, chosen);
  if (!chosen) return;
  const target = await targetOf(ctx, chosen);
  await ctx.db.insert(commentLinks).values({ commentId: comment.id, itemId: target.itemId, postId: target.postId });
  const isShort = countOf(comment.source.trim()) <= set["latest.short"];
  if (!target.itemId || !isShort) return;
  // The comment itself is among those that stand.
  const stood = (await standingComments(ctx, ctx.viewer.id)) - 1;
  if (target.proven && stood >= set["latest.earned"]) return;
  await ctx.db.update(comments).set({ state: "held" }).where(eq(comments.id, comment.id));
}

/** Nothing chosen is remembered for the next comment, and so is something. */
async function remember({ db, viewer, now }: Acting, chosen: Choice): Promise<void> {
  if (chosen) await db.delete(showsNothing).where(eq(showsNothing.memberId, viewer.id));
  else await db.insert(showsNothing).values({ memberId: viewer.id, since: now() }).onConflictDoNothing();
}

async function targetOf({ db, viewer }: Acting, chosen: NonNullable<Choice>) {
  if ("postKey" in chosen) {
    const [post] = await db
      .select({ id: posts.id })
      .from(posts)
      .where(
        and(
          eq(posts.key, chosen.postKey),
          eq(posts.authorId, viewer.id),
          isNotNull(posts.publishedAt),
          postVisibleTo(viewer),
        ),
      );
    return { itemId: null, postId: post?.id ?? fail("no-such-latest-post"), proven: false };
  }
  const [item] = await db
    .select({ id: siteItems.id, provenAt: sites.provenAt })
    .from(siteItems)
    .innerJoin(sites, eq(sites.id, siteItems.siteId))
    .innerJoin(members, isCurrent)
    .where(and(eq(siteItems.id, chosen.itemId), eq(sites.memberId, viewer.id), notBanned(sites.host)));
  if (!item) return fail("no-such-latest-post");
  return { itemId: item.id, postId: null, proven: item.provenAt !== null };
}
