import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Db } from "./client";
import * as schema from "./schema";

export type Values = Record<string, unknown>;
type Prepared<Answer> = { execute(values?: Values): Promise<Answer> };
/** What drizzle can put into SQL. */
export type Preparable<Answer> = { prepare(name: string): Prepared<Answer> };

const casing = "snake_case";

/** Draws statements up; it has no connection and runs none. */
const drawn: Db = drizzle.mock({ schema, casing });
const dialect = new PgDialect({ casing });

/** What differs from run to run stands in the statement under a name. */
export const ph = (name: string) => sql.placeholder(name);

/**
 * A statement of the hottest paths, put into SQL once: drizzle takes a sixth of a comment's time to do that
 * (docs/decisions/0018). It has no name: PostgreSQL plans it for the values it comes with, as any other.
 * @param make draws it up, as with any `db`
 * @returns runs it on a connection or in a transaction
 */
export function built<Answer>(make: (db: Db) => Preparable<Answer>) {
  let prepared: Prepared<Answer> | undefined;
  return (db: Db, values: Values): Promise<Answer> => {
    prepared ??= make(drawn).prepare("");
    return on(prepared, db).execute(values);
  };
}

/** The same for SQL written by hand. @returns runs it, and tells its rows and how many it touched */
export function builtRaw<Row extends object>(make: () => SQL) {
  let text: ReturnType<PgDialect["sqlToQuery"]> | undefined;
  return (db: Db, values: Values): Promise<{ rows: Row[]; rowCount: number | null }> => {
    text ??= dialect.sqlToQuery(make());
    return db._.session.prepareQuery<never>(text, undefined, undefined, false).execute(values);
  };
}

/** A prepared statement belongs to a connection: this is the same one on another. */
function on<Answer>(prepared: Prepared<Answer>, db: Db): Prepared<Answer> {
  return Object.create(prepared, { client: { value: Reflect.get(db._.session, "client") } });
}
