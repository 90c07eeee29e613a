import { and, isNotNull, lt } from "drizzle-orm";
import { events, rateLimits } from "#/db/schema/site";
import type { Reading } from "../context";

const day = 86_400_000;

/** Days that carried events are kept, for an operator who looks into something. */
const keptDays = 30;

/** Forgets events that were carried a month ago, and limits whose window is over. */
export async function forgetOldEvents({ db, now }: Pick<Reading, "db" | "now">): Promise<void> {
  const before = new Date(now().getTime() - keptDays * day);
  await db.delete(events).where(and(isNotNull(events.carriedAt), lt(events.carriedAt, before)));
  await db.delete(rateLimits).where(lt(rateLimits.endsAt, now()));
}
