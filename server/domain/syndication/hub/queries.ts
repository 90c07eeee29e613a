import { and, count, desc, eq, isNotNull, max } from "drizzle-orm";
import { hubTopics } from "#/db/schema/syndication";
import type { Reading } from "../../context";
import { settingsOf } from "../../settings/queries";

/** How the hub is told, for the operator; null where the site has none. */
export async function hubState(ctx: Reading) {
  const hub = (await settingsOf(ctx))["feeds.hub"];
  if (hub === "") return null;
  const ofHub = eq(hubTopics.hub, hub);
  const [all] = await ctx.db
    .select({ toldAt: max(hubTopics.toldAt), failing: count(hubTopics.failure) })
    .from(hubTopics)
    .where(ofHub);
  const [last] = await ctx.db
    .select({ because: hubTopics.failure, status: hubTopics.status, againAt: hubTopics.tellAt })
    .from(hubTopics)
    .where(and(ofHub, isNotNull(hubTopics.failure)))
    .orderBy(desc(hubTopics.changedAt), desc(hubTopics.path))
    .limit(1);
  const problem = last?.because ? { ...last, because: last.because, feeds: all?.failing ?? 1 } : null;
  return { toldAt: all?.toldAt ?? null, problem };
}
