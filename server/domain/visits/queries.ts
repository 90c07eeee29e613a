import { and, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import { mutes } from "#/db/schema/connections";
import { visits } from "#/db/schema/visits";
import type { Reading } from "../context";

/** Who comes back within this time is still on the same visit, in milliseconds: what was new stays marked. */
export const visitLasts = 30 * 60_000;

/** From when on comments are new on this visit. A test holds the upsert of `noteVisit` and this together. */
export const newSince = (now: Date): SQL<Date> =>
  sql<Date>`case when ${visits.lastAt} < ${new Date(now.getTime() - visitLasts)} then ${visits.readUntil}
    else coalesce(${visits.newSince}, ${visits.readUntil}) end`;

/** What a member has not read yet under a post, and whom they do not want to be told of. */
export type News = { since: Date; muted: ReadonlySet<string> };

/** Null for a visitor, and for a member who was never there: to them everything is new, so nothing is marked. */
export async function newsOn({ db, viewer, now }: Reading, postId: string): Promise<News | null> {
  if (!viewer) return null;
  const muted = db
    .select({ id: mutes.mutedId })
    .from(mutes)
    .where(and(eq(mutes.memberId, viewer.id), or(isNull(mutes.until), gt(mutes.until, now()))));
  const [visit] = await db
    .select({
      since: newSince(now()).mapWith(visits.readUntil),
      muted: sql<string[]>`array(${muted})`,
    })
    .from(visits)
    .where(and(eq(visits.memberId, viewer.id), eq(visits.postId, postId)));
  return visit ? { since: visit.since, muted: new Set(visit.muted) } : null;
}
