import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { Client } from "pg";
import { test as base, inject } from "vitest";
import { type Db, open } from "#/db/client";
import { members } from "#/db/schema/members";
import type { Name } from "#/db/seed/village";
import { createCaller } from "../api/root";
import type { Reading } from "../domain/context";
import { morning } from "./morning";

export { morning } from "./morning";

/** Where the tests' PostgreSQL answers; the village is settled in its template database. */
const server = () => inject("postgres");

/** A database of its own, as the village was in the morning. For races, and whatever must really commit. */
export async function ownVillage() {
  const name = `kith_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${name} template kith_template`);
  const opened = open(urlOf(name), { most: 8, name: "kith-tests" });
  const close = async () => {
    await opened.close();
    await onServer(`drop database if exists ${name} with (force)`);
  };
  return { ...(await enter(opened.db)), url: urlOf(name), pool: opened.pool, close };
}

export type Village = Awaited<ReturnType<typeof enter>>;

class Undo extends Error {}

/** Every test gets the village as it was in the morning: what it does is rolled back. */
export const test = base.extend<{ village: Village; database: Awaited<ReturnType<typeof ownVillage>> }>({
  /** One for each worker: whatever must really commit has one of its own. */
  database: [
    async ({}, use) => {
      const opened = await ownVillage();
      await use(opened);
      await opened.close();
    },
    { scope: "worker" },
  ],
  village: async ({ database }, use) => {
    await database.db
      .transaction(async (tx) => {
        await use(await enter(tx));
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
  },
});

async function enter(db: Db) {
  const people = await db.select().from(members);
  const clock = { now: morning };
  const person = (name: Name) => {
    const found = people.find((member) => member.name === name);
    if (!found) throw new Error(`Nobody called ${name} lives here`);
    return found;
  };
  /** What a command or a query leans on, for one person or (null) a visitor. */
  const context = (name: Name | null): Reading => ({
    db,
    viewer: name ? person(name) : null,
    now: () => clock.now,
    told: [],
  });
  return {
    db,
    people,
    person,
    context,
    /** The same person after a change of their row. */
    again: async (name: Name) =>
      (
        await db
          .select()
          .from(members)
          .where(eq(members.id, person(name).id))
      )[0],
    as: (name: Name) => createCaller(context(name)),
    asVisitor: () => createCaller(context(null)),
    /** Moves the clock on by so many milliseconds. */
    later: (milliseconds: number) => {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
  };
}

function urlOf(database: string) {
  const url = new URL(server());
  url.pathname = `/${database}`;
  return url.toString();
}

async function onServer(statement: string) {
  const client = new Client({ connectionString: server() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
