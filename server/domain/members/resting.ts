import { and, eq, gt, lte, ne } from "drizzle-orm";
import { restingHandles } from "#/db/schema/members";
import type { Reading } from "../context";
import { skeletonOf } from "./handle";

/** Days in which a handle that was given up waits for whoever had it, so that nobody else is taken for them. */
export const restDays = 90;

/** Whether a handle, or one that looks like it, still waits for somebody else than `memberId`. */
export async function isResting({ db, now }: Pick<Reading, "db" | "now">, handle: string, memberId?: string) {
  const waits = and(eq(restingHandles.handleSkeleton, skeletonOf(handle)), gt(restingHandles.until, now()));
  const others = memberId ? and(waits, ne(restingHandles.memberId, memberId)) : waits;
  return (await db.select({ until: restingHandles.until }).from(restingHandles).where(others)).length > 0;
}

/** Lets the handle that a member gives up wait for them. */
export async function letRest({ db, now }: Reading, handle: string, memberId: string): Promise<void> {
  const until = new Date(now().getTime() + restDays * 86_400_000);
  await db
    .insert(restingHandles)
    .values({ handleSkeleton: skeletonOf(handle), memberId, until })
    .onConflictDoUpdate({ target: restingHandles.handleSkeleton, set: { memberId, until } });
}

/** Forgets what has waited long enough. */
export async function wakeHandles({ db, now }: Reading): Promise<void> {
  await db.delete(restingHandles).where(lte(restingHandles.until, now()));
}
