import { and, asc, eq, isNotNull } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { siteItems, sites } from "#/db/schema/sites";
import { siteUrl } from "#/server/platform/config";
import type { Acting } from "../../context";
import { settingsOf } from "../../settings/queries";
import { proofPath, proofText } from "../commands/prove";
import { isBanned, isCurrent } from "../find";

/** What is known here of the viewer's own site, and how they can show that it is theirs. Nothing is asked of anybody. */
export async function mySiteHere(ctx: Acting) {
  const { db, viewer } = ctx;
  const [row] = await db
    .select({ address: members.site, site: sites })
    .from(members)
    .leftJoin(sites, isCurrent)
    .where(eq(members.id, viewer.id));
  const { "latest.offered": offered } = await settingsOf(ctx);
  const site = row?.site ?? null;
  const items = site
    ? await db
        .select({ id: siteItems.id, title: siteItems.title, url: siteItems.url, writtenAt: siteItems.writtenAt })
        .from(siteItems)
        .where(and(eq(siteItems.siteId, site.id), isNotNull(siteItems.place)))
        .orderBy(asc(siteItems.place))
        .limit(offered)
    : [];
  return {
    address: row?.address ?? null,
    known: site && {
      host: site.host,
      feed: site.feed,
      title: site.title,
      askedAt: site.askedAt,
      foundAt: site.foundAt,
      problem: site.problem,
      provenAt: site.provenAt,
      provenBy: site.provenBy,
      banned: await isBanned(ctx, site.host),
      proof: { profile: `${siteUrl()}/m/${viewer.handle}`, text: proofText(site.token), path: proofPath },
    },
    items,
  };
}
