import { eq, sql } from "drizzle-orm";
import { rateLimits } from "#/db/schema/site";
import type { Reading } from "./context";

/** So many acts in so many seconds; 0 acts means none at all. */
export type Limit = { name: string; most: number; seconds: number };

/**
 * Counts one act against a limit that all instances share: a fixed window that begins with the first act.
 * Call it outside the command's transaction where a refused attempt must count too.
 * @param who whose acts are counted: a member's id, an address, a mail
 * @returns the seconds to wait, or 0 when the act is within the limit
 */
export async function useUp({ db, now }: Pick<Reading, "db" | "now">, limit: Limit, who: string): Promise<number> {
  const at = now();
  const endsAt = new Date(at.getTime() + limit.seconds * 1000);
  const [row] = await db
    .insert(rateLimits)
    .values({ key: `${limit.name}:${who}`, used: 1, endsAt })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        used: sql`case when ${rateLimits.endsAt} <= ${at} then 1 else ${rateLimits.used} + 1 end`,
        endsAt: sql`case when ${rateLimits.endsAt} <= ${at} then ${endsAt} else ${rateLimits.endsAt} end`,
      },
    })
    .returning({ used: rateLimits.used, endsAt: rateLimits.endsAt });
  if (!row || row.used <= limit.most) return 0;
  return Math.max(1, Math.ceil((row.endsAt.getTime() - at.getTime()) / 1000));
}

/** Forgets what somebody used of a limit, where the last act made the others good. */
export async function settleUp({ db }: Pick<Reading, "db">, name: Limit["name"], who: string): Promise<void> {
  await db.delete(rateLimits).where(eq(rateLimits.key, `${name}:${who}`));
}

/**
 * Takes one drop from a bucket that all instances share: it holds `most` drops and fills up evenly, all of it in
 * `seconds`. So nobody does twice as much around the turn of a minute. The row keeps when the bucket will be full again
 * (a generic cell rate algorithm: one instant is all there is to remember).
 * @returns the seconds until there is a drop again, or 0 when there was one
 */
export async function takeDrop({ db, now }: Pick<Reading, "db" | "now">, limit: Limit, who: string): Promise<number> {
  if (limit.most < 1) return limit.seconds;
  const at = now();
  const drop = (limit.seconds * 1000) / limit.most;
  const later = (milliseconds: number) => new Date(at.getTime() + milliseconds);
  const fullAt = sql`greatest(${rateLimits.endsAt}, ${at}::timestamptz) + ${`${drop} milliseconds`}::interval`;
  const key = `${limit.name}:${who}`;
  const [taken] = await db
    .insert(rateLimits)
    .values({ key, used: 1, endsAt: later(drop) })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { used: sql`${rateLimits.used} + 1`, endsAt: fullAt },
      setWhere: sql`${fullAt} <= ${later(limit.seconds * 1000)}::timestamptz + interval '1 millisecond'`,
    })
    .returning({ endsAt: rateLimits.endsAt });
  if (taken) return 0;
  const [row] = await db.select({ endsAt: rateLimits.endsAt }).from(rateLimits).where(eq(rateLimits.key, key));
  const wait = (row?.endsAt.getTime() ?? 0) + drop - limit.seconds * 1000 - at.getTime();
  return Math.max(1, Math.ceil(wait / 1000));
}
