import { sql } from "drizzle-orm";
import type { Reading } from "../context";

export type Busy = { busy: true };

/**
 * Does some work while nobody else on this database imports anything; `busy` when somebody does. The turn is a lock that a
 * transaction holds on a connection of its own, so it ends with whoever holds it, however they end.
 */
export function inTurn<Answer>(ctx: Reading, work: () => Promise<Answer>): Promise<Answer | Busy> {
  return ctx.db.transaction(async (tx) => {
    // It may stand still for hours while other connections work; it holds no row and no snapshot.
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    const answer = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('kith import')) mine`,
    );
    return answer.rows[0]?.mine ? await work() : { busy: true };
  });
}

export const isBusy = (answer: unknown): answer is Busy =>
  typeof answer === "object" && answer !== null && "busy" in answer && answer.busy === true;
