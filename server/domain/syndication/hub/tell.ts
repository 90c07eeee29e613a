import { and, asc, eq, gt, isNotNull, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { type HubTopic, hubTopics } from "#/db/schema/syndication";
import { siteUrl } from "#/server/platform/config";
import { FetchRefused, guardedPost } from "#/server/platform/guarded-fetch";
import { atomically, type Reading } from "../../context";
import { settingsOf } from "../../settings/queries";
import { quiet } from "./news";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Minutes before each further try: seven in all, over ten hours. */
const pauses = [1, 5, 15, 60, 180, 360];

/** How long one process may take before another takes a feed up. */
const lease = minute;

/** Days that a feed is remembered which the hub heard of, or was given up. */
const keptDays = 30;

/**
 * Tells the hub of the feed that has waited longest. Several processes may do this at once: each gets another feed.
 * @returns `none` when nothing is due; `away` when the hub was not reached, so that others had better wait, too
 */
export async function tellNext(ctx: Reading): Promise<"done" | "none" | "away"> {
  const topic = await take(ctx);
  if (!topic) return "none";
  try {
    await guardedPost(topic.hub, publishing(siteUrl() + topic.path));
    await keep(ctx, topic, { toldAt: ctx.now(), tries: 0, failedAt: null, failure: null, status: null });
    return "done";
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    await putBack(ctx, topic, error);
    return mayPass(error) ? "away" : "done";
  }
}

/** Milliseconds until a feed is due again that was told of only now; null where none is. */
export async function soonest(ctx: Reading): Promise<number | null> {
  const hub = (await settingsOf(ctx))["feeds.hub"];
  const now = ctx.now();
  const [next] = await ctx.db
    .select({ tellAt: hubTopics.tellAt })
    .from(hubTopics)
    .where(
      and(
        eq(hubTopics.hub, hub),
        eq(hubTopics.tries, 0),
        gt(hubTopics.tellAt, now),
        lte(hubTopics.tellAt, new Date(now.getTime() + quiet)),
      ),
    )
    .orderBy(asc(hubTopics.tellAt))
    .limit(1);
  return next?.tellAt ? next.tellAt.getTime() - now.getTime() : null;
}

/** Forgets what the hub heard of long ago, and what another hub was to be told. For the scheduler. */
export async function forgetTopics(ctx: Reading): Promise<void> {
  const hub = (await settingsOf(ctx))["feeds.hub"];
  const before = new Date(ctx.now().getTime() - keptDays * day);
  const isOld = and(isNull(hubTopics.tellAt), lt(hubTopics.changedAt, before));
  await ctx.db.delete(hubTopics).where(or(ne(hubTopics.hub, hub), isOld));
}

/** Hubs differ in the name they know a feed by: WebSub left it open, PubSubHubbub said `hub.url`. */
const publishing = (topic: string) =>
  new URLSearchParams({ "hub.mode": "publish", "hub.url": topic, "hub.topic": topic });

async function take(ctx: Reading): Promise<HubTopic | undefined> {
  const hub = (await settingsOf(ctx))["feeds.hub"];
  if (hub === "") return undefined;
  return atomically(ctx, async ({ db, now }) => {
    const [waiting] = await db
      .select({ path: hubTopics.path })
      .from(hubTopics)
      .where(and(eq(hubTopics.hub, hub), isNotNull(hubTopics.tellAt), lte(hubTopics.tellAt, now())))
      .orderBy(asc(hubTopics.tellAt), asc(hubTopics.path))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!waiting) return undefined;
    const [taken] = await db
      .update(hubTopics)
      .set({ tellAt: new Date(now().getTime() + lease), tries: sql`${hubTopics.tries} + 1` })
      .where(eq(hubTopics.path, waiting.path))
      .returning();
    return taken;
  });
}

/** Whether another time it may be told: nobody was there, or the hub itself is in trouble. */
const mayPass = ({ because, status }: FetchRefused): boolean =>
  because !== "status" || status === null || status === 408 || status === 429 || status >= 500;

async function putBack(ctx: Reading, topic: HubTopic, refused: FetchRefused): Promise<void> {
  const at = (milliseconds: number) => new Date(ctx.now().getTime() + milliseconds);
  // Too much was asked of this host by ourselves: that was no try.
  if (refused.because === "busy") return keep(ctx, topic, { tries: topic.tries - 1, tellAt: at(2 * quiet) });
  const why = { failure: refused.because, status: refused.status };
  const pause = mayPass(refused) ? pauses[topic.tries - 1] : undefined;
  if (pause === undefined) return keep(ctx, topic, { ...why, failedAt: ctx.now(), tries: 0 });
  return keep(ctx, topic, { ...why, tellAt: at(pause * minute) });
}

/** What changed while the hub was being told waits for its own turn, whatever became of this one. */
async function keep({ db, now }: Reading, topic: HubTopic, row: Partial<HubTopic>): Promise<void> {
  const next = new Date(now().getTime() + quiet);
  const tellAt = row.tellAt ?? sql`case when ${hubTopics.changes} > ${topic.changes} then ${next}::timestamptz end`;
  await db
    .update(hubTopics)
    .set({ ...row, tellAt })
    .where(and(eq(hubTopics.path, topic.path), eq(hubTopics.hub, topic.hub)));
}
