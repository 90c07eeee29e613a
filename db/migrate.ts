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

/** Kith asks for what PostgreSQL 15 brought. */
const oldestServer = 15;

/** The server is older than Kith can use. */
export class OldServer extends Error {
  constructor(version: string) {
    super(`The database server is PostgreSQL ${version}. Kith needs ${oldestServer} or later.`);
    this.name = "OldServer";
  }
}

/** How long a server may take to answer at all, in milliseconds. */
const patience = 10_000;

/**
 * Brings the tables of a database forward to this version, one process at a time.
 * Throws `NewerData` where the database knows a migration that this version does not, and `OldServer`.
 */
export async function migrate(url: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    application_name: `kith-migrate:${process.pid}`,
    connectionTimeoutMillis: patience,
  });
  // A connection that breaks says so to whoever asks it next.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await refuseOldServer(client);
    await client.query("select pg_advisory_lock($1)", [lockOfMigrations]);
    if ((await newestApplied(client)) > newestKnown()) throw new NewerData();
    await run(drizzle(client), { migrationsFolder });
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function refuseOldServer(client: Client) {
  const { rows } = await client.query("show server_version");
  const version = String(rows[0].server_version);
  if (Number.parseInt(version, 10) < oldestServer) throw new OldServer(version);
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
