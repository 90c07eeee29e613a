import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { builtRaw, ph } from "#/db/built";
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
 * Takes one drop from each of some buckets that all instances share: a bucket holds `most` drops and fills up evenly, all
 * of it in `seconds`. So nobody does twice as much around the turn of a minute. A row keeps when its bucket will be full
 * again (a generic cell rate algorithm: one instant is all there is to remember). Where one has none left, none is taken
 * from the others either, or whoever tries again and again in a minute would spend their hour on it.
 * @returns the seconds until each has a drop again, or 0 when they had one
 */
export async function takeDrops(
  { db, now }: Pick<Reading, "db" | "now">,
  limits: readonly Limit[],
  who: string,
): Promise<number> {
  const none = limits.find(({ most }) => most < 1);
  if (none) return none.seconds;
  const at = now();
  const buckets = limits.map((limit) => bucketOf(limit, who, at));
  const run = takings.get(limits.length) ?? takingFrom(limits.length);
  takings.set(limits.length, run);
  const values = buckets.map(({ key, drop, fullAt, brim }, nth) => ({
    [`key${nth}`]: key,
    [`drop${nth}`]: drop,
    [`full${nth}`]: fullAt,
    [`brim${nth}`]: brim,
  }));
  const { rowCount } = await run(db, Object.assign({ at }, ...values));
  return rowCount === limits.length ? 0 : waitFor({ db }, buckets, at);
}

/** Takes a drop from so many buckets at once; the statement for each number of them is put into SQL once. */
const takings = new Map<number, ReturnType<typeof takingFrom>>();

const takingFrom = (many: number) =>
  builtRaw(() => {
    const at = sql`${ph("at")}::timestamptz`;
    const each = (chunk: (nth: number) => SQL, between: SQL) =>
      sql.join(
        Array.from({ length: many }, (_, nth) => chunk(nth)),
        between,
      );
    const fits = (nth: number, endsAt: SQL) =>
      sql`greatest(${endsAt}, ${at}) + ${ph(`drop${nth}`)}::interval <= ${ph(`brim${nth}`)}::timestamptz`;
    return sql`
      insert into ${rateLimits} as "rate_limits" (key, used, ends_at)
      select b.key, 1, b.full_at
      from (values ${each((nth) => sql`(${ph(`key${nth}`)}, ${ph(`full${nth}`)}::timestamptz)`, sql`, `)}) b (key, full_at)
      where not exists (select 1 from ${rateLimits} r
        where ${each((nth) => sql`(r.key = ${ph(`key${nth}`)} and not ${fits(nth, sql`r.ends_at`)})`, sql` or `)})
      on conflict (key) do update set used = ${rateLimits.used} + 1,
        ends_at = greatest(${rateLimits.endsAt}, ${at}) + (excluded.ends_at - ${at})
      where ${each((nth) => sql`(${rateLimits.key} = ${ph(`key${nth}`)} and ${fits(nth, sql`${rateLimits.endsAt}`)})`, sql` or `)}`;
  });

/** The same for one bucket. */
export const takeDrop = (ctx: Pick<Reading, "db" | "now">, limit: Limit, who: string): Promise<number> =>
  takeDrops(ctx, [limit], who);

type Bucket = { key: string; drop: string; fullAt: Date; brim: Date; milliseconds: number; seconds: number };

function bucketOf({ name, most, seconds }: Limit, who: string, at: Date): Bucket {
  const milliseconds = (seconds * 1000) / most;
  return {
    key: `${name}:${who}`,
    drop: `${milliseconds} milliseconds`,
    milliseconds,
    seconds,
    /** When it is full again after its first drop. */
    fullAt: new Date(at.getTime() + milliseconds),
    // A drop of an odd length is rounded when it is kept.
    brim: new Date(at.getTime() + seconds * 1000 + 1),
  };
}

/** @returns the seconds until the last of them has a drop again, at least 1 */
async function waitFor({ db }: Pick<Reading, "db">, buckets: readonly Bucket[], at: Date): Promise<number> {
  const keys = buckets.map(({ key }) => key);
  const rows = await db
    .select({ key: rateLimits.key, endsAt: rateLimits.endsAt })
    .from(rateLimits)
    .where(inArray(rateLimits.key, keys));
  const waits = buckets.map(({ key, milliseconds, seconds }) => {
    const endsAt = rows.find((row) => row.key === key)?.endsAt.getTime() ?? 0;
    return endsAt + milliseconds - seconds * 1000 - at.getTime();
  });
  return Math.max(1, Math.ceil(Math.max(...waits) / 1000));
}
