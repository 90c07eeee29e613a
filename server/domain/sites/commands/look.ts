import { and, eq, isNull, lt, notExists, notInArray, or, sql } from "drizzle-orm";
import { commentLinks, type Site, siteItems, sites } from "#/db/schema/sites";
import { type Acting, atomically, type Reading } from "../../context";
import { useUpFetch } from "../../settings/fetching";
import { fail } from "../errors";
import { askSite, type Feed, type Outcome } from "../feed";
import { isBanned, mySite } from "../find";

/** Milliseconds in which a site is not asked again. */
const fresh = 15 * 60_000;

/**
 * Looks at the viewer's own site for what it published last, at most every 15 minutes and once at a time. What it says
 * is kept; where it says nothing, what was kept stays.
 */
export const lookAtMySite = async (ctx: Acting): Promise<void> => lookAt(ctx, await mySite(ctx), () => useUpFetch(ctx));

/**
 * @param useUpOne counts one asking, and gives the seconds to wait where there were too many
 * @param how whether the operator's own hosts are left out
 */
export async function lookAt(
  ctx: Reading,
  site: Site,
  useUpOne: () => Promise<number>,
  how: { publicOnly?: boolean } = {},
): Promise<void> {
  if (await isBanned(ctx, site.host)) return fail("site-banned");
  if (!isStale(site, ctx.now())) return;
  const wait = await useUpOne();
  if (wait > 0) fail("looking-too-fast", { wait });
  if (await claim(ctx, site)) await keep(ctx, site, await askSite(site, how));
}

const isStale = ({ askedAt }: Site, now: Date): boolean =>
  askedAt === null || askedAt.getTime() <= now.getTime() - fresh;

/** Whoever writes the instant asks; others find it asked. */
async function claim({ db, now }: Reading, { id }: Site): Promise<boolean> {
  const claimed = await db
    .update(sites)
    .set({ askedAt: now() })
    .where(and(eq(sites.id, id), or(isNull(sites.askedAt), lt(sites.askedAt, new Date(now().getTime() - fresh + 1)))))
    .returning({ id: sites.id });
  return claimed.length > 0;
}

const keep = (ctx: Reading, site: Site, outcome: Outcome) =>
  atomically(ctx, async (ctx) => {
    const row = rowOf(outcome, ctx.now());
    await ctx.db.update(sites).set(row).where(eq(sites.id, site.id));
    if (outcome.kind === "feed") await keepItems(ctx, site, outcome.feed);
  });

function rowOf(outcome: Outcome, now: Date): Partial<Site> {
  if (outcome.kind === "none") return { problem: outcome.problem };
  const found = { foundAt: now, problem: null };
  if (outcome.kind === "same") return found;
  const { feed, title, etag, lastModified } = outcome.feed;
  return { ...found, feed, title, etag, lastModified };
}

/** A title that stands under a comment stays as it was chosen; everything else follows the feed. */
async function keepItems({ db }: Reading, { id: siteId }: Site, { entries }: Feed): Promise<void> {
  const unique = [...new Map(entries.map((it) => [it.url, it])).values()];
  const rows = unique.map(({ url, title, writtenAt }, place) => ({ siteId, url, title, writtenAt, place }));
  const linked = db.select({ one: sql`1` }).from(commentLinks).where(eq(commentLinks.itemId, siteItems.id));
  if (rows.length > 0) {
    await db
      .insert(siteItems)
      .values(rows)
      .onConflictDoUpdate({
        target: [siteItems.siteId, siteItems.url],
        set: {
          place: sql`excluded.place`,
          title: sql`case when exists ${linked} then ${siteItems.title} else excluded.title end`,
          writtenAt: sql`coalesce(excluded.written_at, ${siteItems.writtenAt})`,
        },
      });
  }
  const gone = and(
    eq(siteItems.siteId, siteId),
    rows.length > 0
      ? notInArray(
          siteItems.url,
          rows.map(({ url }) => url),
        )
      : undefined,
  );
  await db.update(siteItems).set({ place: null }).where(gone);
  await db.delete(siteItems).where(and(gone, notExists(linked)));
}
