import { and, isNull, lt, lte } from "drizzle-orm";
import { endings, connectionRequests as r } from "#/db/schema/connections";
import type { Reading } from "../../context";
import { termsOf, undoFor } from "../terms";

/**
 * Marks the requests that ran out and forgets the endings nobody can take back any more. For a job, once a day:
 * everybody sees a request end at its instant, whether it was marked or not. Returns how many were marked.
 */
export async function expireRequests(ctx: Pick<Reading, "db" | "now">): Promise<number> {
  const { now, openSince } = await termsOf(ctx);
  const marked = await ctx.db
    .update(r)
    .set({ answer: "expired", answeredAt: now })
    .where(and(isNull(r.answer), lte(r.sentAt, openSince)))
    .returning({ id: r.id });
  await ctx.db.delete(endings).where(lt(endings.endedAt, new Date(now.getTime() - undoFor)));
  return marked.length;
}
