import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { newId } from "#/db/ids";
import { notifications } from "#/db/schema/notifications";
import { events } from "#/db/schema/site";
import { atomically, type Reading } from "../context";
import { keepQuotes, whichMayQuote } from "../quotes/keep";
import { noteNews } from "../subscriptions/news";
import { roundOf, type Told, toldBy } from "./told-by";

type Listener = (ctx: Reading, facts: readonly (typeof events.$inferSelect)[]) => Promise<void>;

/**
 * Carries the oldest facts nobody has carried yet: whom they concern is told. Two instances may do this at once, each
 * takes other facts; a fact that is carried twice tells each person once.
 * @param most how many facts to take at most
 * @param also who listens beside, in the same transaction
 * @returns how many were carried; 0 when nothing waits
 */
export function carryNext(ctx: Reading, most: number, also?: Listener): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const waiting = await ctx.db
      .select()
      .from(events)
      .where(isNull(events.carriedAt))
      .orderBy(asc(events.id))
      .limit(most)
      .for("update", { skipLocked: true });
    if (waiting.length === 0) return 0;
    const mayQuote = await whichMayQuote(ctx, waiting);
    const rows: (typeof notifications.$inferInsert)[] = [];
    const keep = async () => {
      const kept = rows.splice(0);
      if (kept.length > 0) await ctx.db.insert(notifications).values(kept).onConflictDoNothing();
    };
    const round = await roundOf(ctx, waiting);
    for (const event of waiting) {
      if (mayQuote(event)) await keepQuotes(ctx, event);
      // Whom a later part of a comment concerns depends on who was told of the first.
      if (event.type === "comment.continued") await keep();
      const told = await toldBy(round, event);
      rows.push(...told.map((it) => ({ ...it, id: newId(), eventId: event.id })));
      await noteNews(ctx, told.flatMap(saidIn));
    }
    await keep();
    await markAnswered(ctx, waiting);
    await also?.(ctx, waiting);
    await ctx.db
      .update(events)
      .set({ carriedAt: ctx.now() })
      .where(
        inArray(
          events.id,
          waiting.map(({ id }) => id),
        ),
      );
    return waiting.length;
  });
}

/** What a letter could tell as well: something somebody said in a thread. */
const saidIn = ({ memberId, kind, postId, commentId }: Told) =>
  postId && commentId && (kind === "comment" || kind === "reply" || kind === "mention" || kind === "followed")
    ? [{ memberId, postId, commentId, isToThem: kind !== "followed" }]
    : [];

/** A request that was answered is nothing new any more. */
async function markAnswered(ctx: Reading, carried: readonly (typeof events.$inferSelect)[]) {
  const answers = carried.filter(({ type }) => type === "connection.made" || type === "connection.answered");
  const requestIds = answers.map(({ fact }) => fact.requestId).filter((id) => typeof id === "string");
  if (requestIds.length === 0) return;
  await ctx.db
    .update(notifications)
    .set({ readAt: ctx.now() })
    .where(
      and(
        eq(notifications.kind, "request"),
        inArray(notifications.requestId, requestIds),
        isNull(notifications.readAt),
      ),
    );
}
