import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as run } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";

const migrationsFolder = join(process.cwd(), "db/migrations");

/** Any number will do, as long as every Kith uses the same: "kith" in ASCII. */
const lockOfMigrations = 0x6b697468;

/** The data were written by a newer Kith than this one. */
export class NewerData extends Error {
  constructor() {
    super(
      "This data folder was written by a newer Kith. Start that version, or give this one an older copy of the data.",
    );
    this.name = "NewerData";
  }
}

/**
 * Brings the tables of a database forward to this version, one process at a time.
 * Throws `NewerData` where the database knows a migration that this version does not.
 */
export async function migrate(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: `kith:${process.pid}` });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockOfMigrations]);
    if ((await newestApplied(client)) > newestKnown()) throw new NewerData();
    await run(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}

/** When the newest migration in the database was made, in milliseconds; 0 for an empty database. */
async function newestApplied(client: Client): Promise<number> {
  const there = await client.query("select to_regclass('drizzle.__drizzle_migrations') is not null as there");
  if (!there.rows[0].there) return 0;
  const newest = await client.query("select coalesce(max(created_at), 0) as at from drizzle.__drizzle_migrations");
  return Number(newest.rows[0].at);
}

function newestKnown(): number {
  const journal = join(migrationsFolder, "meta/_journal.json");
  if (!existsSync(journal)) throw new Error(`The migrations are missing: ${journal}`);
  const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { when: number }[] };
  return Math.max(0, ...entries.map(({ when }) => when));
}
