import { randomBytes } from "node:crypto";
import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { bannedHosts, type Site, sites } from "#/db/schema/sites";
import type { Acting, Reading } from "../context";
import { hostOf, hostsAbove } from "./address";
import { fail } from "./errors";

/** Whether a host, or one above it, is shown to nobody here. */
export async function isBanned({ db }: Pick<Reading, "db">, host: string): Promise<boolean> {
  const [row] = await db
    .select({ host: bannedHosts.host })
    .from(bannedHosts)
    .where(inArray(bannedHosts.host, hostsAbove(host)))
    .limit(1);
  return row !== undefined;
}

/** The same said in SQL, for the host in a column. */
export const notBanned = (host: typeof sites.host): SQL =>
  sql`not exists (select 1 from ${bannedHosts} where ${bannedHosts.host} = split_part(${host}, ':', 1)
    or split_part(${host}, ':', 1) like '%.' || ${bannedHosts.host})`;

/** The site a member names as theirs today, as it is known here. */
export const isCurrent = and(eq(sites.memberId, members.id), eq(sites.address, members.site));

/** The viewer's own site, made known here where it was not yet; missing where they name none. */
export async function mySite({ db, viewer }: Acting): Promise<Site> {
  const [now] = await db.select({ site: members.site }).from(members).where(eq(members.id, viewer.id));
  const address = now?.site ?? fail("no-site");
  return siteAt({ db }, address, viewer.id);
}

/** The site a guest names, which all guests who name it share: it is nobody's, and never verified. */
export const guestSite = (ctx: Pick<Reading, "db">, address: string): Promise<Site> => siteAt(ctx, address, null);

async function siteAt({ db }: Pick<Reading, "db">, address: string, memberId: string | null): Promise<Site> {
  const host = hostOf(address) || fail("no-site");
  await db
    .insert(sites)
    .values({ memberId, address, host, token: randomBytes(18).toString("base64url") })
    .onConflictDoNothing();
  const [site] = await db
    .select()
    .from(sites)
    .where(and(memberId ? eq(sites.memberId, memberId) : isNull(sites.memberId), eq(sites.address, address)));
  return site ?? fail("no-site");
}
