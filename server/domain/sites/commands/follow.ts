import { createHmac } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { commentLinks, siteItems, sites } from "#/db/schema/sites";
import { config } from "#/server/platform/config";
import type { Reading } from "../../context";
import { callerFrom } from "../../identities/caller";
import { useUp } from "../../limits";
import { addressOf } from "../../posts/address";
import { visibleTo as postVisibleTo } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { isBanned } from "../find";
import { findLine, readablePosts } from "../line";
import { can } from "../policy";

/**
 * Where the line under a comment leads, for who may read it. There is no other way to an address: what is not kept
 * under a comment is led to by nothing here.
 * @param counts whether somebody really followed it; its owner's own following is never counted
 */
export async function followLine(ctx: Reading, { key, counts }: { key: string; counts: boolean }) {
  const line = await findLine(ctx, key);
  const answer = can(ctx.viewer, "read", line);
  if (!answer.ok) return fail(answer.because);
  if (!(await settingsOf(ctx))["latest.on"]) return fail("no-such-line");
  const href = line.postId ? await pathOf(ctx, line.postId) : await addressOfItem(ctx, line.itemId ?? "");
  if (counts && ctx.viewer?.id !== line.comment.authorId && (await countsOnce(ctx, line.commentId))) {
    await ctx.db
      .update(commentLinks)
      .set({ clicks: sql`${commentLinks.clicks} + 1` })
      .where(eq(commentLinks.commentId, line.commentId));
  }
  return { href };
}

/** Somebody who follows the same line again and again counts a few times a day; where they are led is the same. */
async function countsOnce(ctx: Reading, commentId: string): Promise<boolean> {
  const { "latest.follows-day": most } = await settingsOf(ctx);
  const who = ctx.viewer?.id ?? callerFrom(ctx.client?.address);
  // Who followed what is nobody's business: what is counted cannot be read back.
  const one = createHmac("sha256", config().secret).update(`${commentId}:${who}`).digest("base64url");
  return (await useUp(ctx, { name: "latest.follows-day", most, seconds: 86_400 }, one)) === 0;
}

async function pathOf(ctx: Reading, postId: string): Promise<string> {
  const post = (await readablePosts(ctx, [postId], postVisibleTo(ctx.viewer))).get(postId);
  return post ? addressOf(post) : fail("no-such-line");
}

async function addressOfItem(ctx: Reading, itemId: string): Promise<string> {
  const [item] = await ctx.db
    .select({ url: siteItems.url, host: sites.host })
    .from(siteItems)
    .innerJoin(sites, eq(sites.id, siteItems.siteId))
    .where(eq(siteItems.id, itemId));
  if (!item || (await isBanned(ctx, item.host))) return fail("no-such-line");
  return item.url;
}
