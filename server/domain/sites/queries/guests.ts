import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { siteItems, sites } from "#/db/schema/sites";
import type { Reading } from "../../context";
import { waitingFor } from "../../guests/queries/letter";
import { settingsOf } from "../../settings/queries";
import { hostOf } from "../address";
import { isBanned } from "../find";

/**
 * What a guest can choose to stand under the comment they are about to confirm, for whoever holds the link of their
 * letter; null where they named no site, or the community leaves this out. Nothing is asked of anybody.
 */
export async function guestToChoose(ctx: Reading, { token }: { token: string }) {
  const set = await settingsOf(ctx);
  const guest = (await waitingFor(ctx, token))?.words;
  const address = guest?.site;
  const host = hostOf(address ?? "");
  if (!address || !host || !set["latest.on"] || !set["latest.guests"] || (await isBanned(ctx, host))) return null;
  const [site] = await ctx.db
    .select({ id: sites.id, foundAt: sites.foundAt, problem: sites.problem })
    .from(sites)
    .where(and(isNull(sites.memberId), eq(sites.address, address)));
  const items = site
    ? await ctx.db
        .select({ id: siteItems.id, title: siteItems.title })
        .from(siteItems)
        .where(and(eq(siteItems.siteId, site.id), isNotNull(siteItems.place)))
        .orderBy(asc(siteItems.place))
        .limit(set["latest.offered"])
    : [];
  return {
    host,
    /** How the line begins: "Ada recently wrote". */
    words: `${guest.name} ${set["latest.line"]}`,
    /** Whether it was asked and has answered, or failed to; not while it is being asked. */
    asked: Boolean(site?.foundAt ?? site?.problem),
    problem: site?.problem ?? null,
    items: items.map(({ id, title }) => ({ value: `site:${id}`, title })),
  };
}
