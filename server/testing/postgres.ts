import { existsSync, readdirSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "#/db/embedded";
import { isAlive } from "#/db/embedded/lock";

declare module "vitest" {
  export interface ProvidedContext {
    /** A server whose owner may make databases; `kith_template` in it is migrated and waits to be cloned. */
    postgres: string;
  }
}

const prefix = "kith-test-";
const template = "kith_template";
const migrations = join(import.meta.dirname, "../../db/migrate.ts");

/**
 * One PostgreSQL for the whole run: the embedded one in a folder of its own, careless about power cuts, or the server
 * named in TEST_DATABASE_URL. Tests find it as `inject("postgres")` and as KITH_TEST_POSTGRES.
 */
export async function setup(project: TestProject) {
  const server = await open();
  process.env.KITH_TEST_POSTGRES = server.url;
  project.provide("postgres", server.url);
  await makeTemplate(server.url);
  return server.close;
}

async function open(): Promise<{ url: string; close: () => Promise<void> }> {
  const named = process.env.TEST_DATABASE_URL;
  if (named) return { url: named, close: async () => undefined };
  await clearAbandoned();
  const folder = join(tmpdir(), `${prefix}${process.pid}`);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const { url, close } = await openEmbedded({ folder, durable: false });
  return {
    url,
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A run that was killed leaves its server running: entering its folder as the last one stops it. */
async function clearAbandoned() {
  const names = readdirSync(tmpdir()).filter((name) => /^kith-test-\d+$/.test(name));
  for (const name of names.filter((name) => !isAlive(Number(name.slice(prefix.length))))) {
    const folder = join(tmpdir(), name);
    await openEmbedded({ folder, durable: false })
      .then((left) => left.close())
      .catch(() => undefined);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function makeTemplate(server: string) {
  await inServer(server, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [template]);
    if (rowCount) await client.query(`drop database ${template} with (force)`);
    await client.query(`create database ${template}`);
  });
  if (!existsSync(migrations)) return;
  const { migrate } = await import("#/db/migrate");
  const url = new URL(server);
  url.pathname = `/${template}`;
  await migrate(url.href);
  const { settleVillage } = await import("./settle");
  await settleVillage(url.href);
}

async function inServer(url: string, work: (client: Client) => Promise<void>) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
