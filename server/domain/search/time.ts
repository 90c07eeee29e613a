import { sql } from "drizzle-orm";
import type { Db } from "#/db/client";
import type { Reading } from "../context";
import { fail } from "./errors";

/** Until when the searches that run now may work, in milliseconds of `performance.now()`, by their transaction. */
const ends = new WeakMap<Db, number>();

/** Lets PostgreSQL work so long on one search and no longer, however many statements that takes. */
export async function inTime<Answer>(ctx: Reading, milliseconds: number, work: (ctx: Reading) => Promise<Answer>) {
  try {
    return await ctx.db.transaction(async (tx) => {
      ends.set(tx, performance.now() + milliseconds);
      // One search is one processor's work, too short for machine code to pay, and remembers lines, not whole pages.
      await tx.execute(sql`select set_config('statement_timeout', ${String(milliseconds)}, true),
        set_config('jit', 'off', true), set_config('work_mem', '32MB', true), set_config('max_parallel_workers_per_gather', '0', true)`);
      return await work({ ...ctx, db: tx });
    });
  } catch (error) {
    return isTimeout(error) ? fail("search-took-too-long") : Promise.reject(error);
  }
}

/** Before a statement that may be long: it gets what the search has left. */
export async function keepToTime({ db }: Pick<Reading, "db">): Promise<void> {
  const end = ends.get(db);
  if (end === undefined) return;
  const left = Math.floor(end - performance.now());
  if (left < 1) fail("search-took-too-long");
  await db.execute(sql`select set_config('statement_timeout', ${String(left)}, true)`);
}

/** PostgreSQL's own word for a statement that took too long. */
const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (("code" in error && error.code === "57014") || isTimeout(error.cause));
