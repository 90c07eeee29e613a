import { drizzle, type NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { Pool } from "pg";
import * as schema from "./schema";

/** A connection to PostgreSQL, or a transaction in it: the domain cannot tell and need not. */
export type Db = PgDatabase<NodePgQueryResultHKT, typeof schema>;

export type Opened = { db: Db; pool: Pool; close: () => Promise<void> };

/**
 * Sends `begin`, as drizzle says it, and does not wait for its answer: it can fail only where the statement behind it
 * fails too. Saves every transaction one way to the database and back.
 */
function notWaitingToBegin(query: CallableFunction, asked: unknown[]): unknown {
  const answer: unknown = Reflect.apply(query, undefined, asked);
  const [statement] = asked;
  const begins =
    typeof statement === "object" && statement !== null && "text" in statement && statement.text === "begin";
  if (!begins || !(answer instanceof Promise)) return answer;
  answer.catch(() => {});
  return Promise.resolve();
}

/**
 * Opens a pool on a database.
 * Queries are sent unnamed, so each is planned for its own values: as a named statement the feed of a member with
 * thousands of connections took 200 times longer (docs/architecture.md).
 * @param most how many connections it may hold at once
 */
export function open(url: string, { most = 16, name = `kith:${process.pid}` } = {}): Opened {
  const pool = new Pool({
    connectionString: url,
    max: most,
    application_name: name,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    // Statements are sent one behind the other without waiting for answers; each still fails by itself.
    pipeline: true,
  });
  // A connection that breaks while idle must not end the process; the next query opens another. One that breaks in the
  // middle of a transaction tells itself only: whoever waits for its next answer hears of it there.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
    client.query = new Proxy(client.query.bind(client), {
      apply: (query, _, asked) => notWaitingToBegin(query, asked),
    });
  });
  return { db: drizzle(pool, { schema, casing: "snake_case" }), pool, close: () => pool.end() };
}
