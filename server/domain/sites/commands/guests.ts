import { and, eq, isNull, lt, notExists, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { commentLinks, siteItems, sites } from "#/db/schema/sites";
import { countOf } from "#/server/platform/text";
import type { Reading } from "../../context";
import { waitingFor } from "../../guests/queries/letter";
import { callerFrom } from "../../identities/caller";
import { useUp } from "../../limits";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { guestSite, isBanned } from "../find";
import type { choice } from "../input";
import { lookAt } from "./look";

/** Words a guest has just said, with the site they named. */
type Made = { id: string; source: string; site: string | null };

/**
 * Looks at the site a guest named, for whoever holds the link of their letter: nobody makes this server ask anything who
 * has not shown an address that answers, nor looks into the operator's own network by it. One site to a letter, at most every 15 minutes, and so many an hour.
 */
export async function lookForGuest(ctx: Reading, { token }: { token: string }): Promise<void> {
  const set = await settingsOf(ctx);
  if (!set["latest.on"] || !set["latest.guests"]) return fail("no-site");
  const waiting = await waitingFor(ctx, token);
  const site = await guestSite(ctx, waiting?.words.site ?? fail("no-site"));
  const limit = { name: "fetches.guest-hour", most: set["fetches.guest-hour"], seconds: 3600 };
  const publicOnly = !set["latest.guests-private"];
  await lookAt(ctx, site, () => useUp(ctx, limit, callerFrom(ctx.client?.address)), { publicOnly });
}

/**
 * Puts what a guest chose under their comment, in the transaction that makes it: an item of the site they named, as this
 * server fetched it, and nothing else.
 * @returns whether the comment must wait for a moderator, as few words with a link do
 */
export async function showForGuest(ctx: Reading, made: Made, chosen: z.infer<typeof choice>): Promise<boolean> {
  const set = await settingsOf(ctx);
  if (!chosen || !set["latest.on"] || !set["latest.guests"]) return false;
  if (!("itemId" in chosen) || made.site === null) return fail("no-such-latest-post");
  const site = await guestSite(ctx, made.site);
  const [item] = await ctx.db
    .select({ id: siteItems.id })
    .from(siteItems)
    .where(and(eq(siteItems.id, chosen.itemId), eq(siteItems.siteId, site.id)));
  if (!item || (await isBanned(ctx, site.host))) return fail("no-such-latest-post");
  await ctx.db.insert(commentLinks).values({ commentId: made.id, itemId: item.id });
  return countOf(made.source.trim()) <= set["latest.short"];
}

/** A site that guests named is forgotten a week after it was last asked, or when it never was, unless something of it stands under a comment. */
export async function forgetGuestSites({ db, now }: Pick<Reading, "db" | "now">): Promise<void> {
  const linked = db
    .select({ one: sql`1` })
    .from(siteItems)
    .innerJoin(commentLinks, eq(commentLinks.itemId, siteItems.id))
    .where(eq(siteItems.siteId, sites.id));
  const old = new Date(now().getTime() - 7 * 86_400_000);
  await db
    .delete(sites)
    .where(and(isNull(sites.memberId), or(isNull(sites.askedAt), lt(sites.askedAt, old)), notExists(linked)));
}
