import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { z } from "zod";

/** The connection by which a running Kith shows that it is there, named `kith:<pid>`. */
export interface Presence {
  /** How many connections other processes of Kith hold; our own pools do not count, closed or not. */
  others: () => Promise<number>;
  leave: () => Promise<void>;
}

const count = z.array(z.object({ others: z.number() }));

/** How long to wait before the next attempt to come back, in milliseconds: from the first to the longest. */
const waits = { first: 100, longest: 5_000 };

/**
 * Holds one idle connection for as long as this Kith lives. When PostgreSQL restarts under it, it comes back; when
 * PostgreSQL is gone, `mend` is asked to bring it back first.
 * It stands in the database `postgres`, so it is in nobody's way when `kith` is dropped or restored.
 */
export async function stay(url: string, mend: () => Promise<void>): Promise<Presence> {
  let left = false;
  let client = await enter();

  async function enter() {
    const next = await connect(url, `kith:${process.pid}`);
    next.once("end", () => void comeBack());
    return next;
  }
  async function comeBack() {
    for (let wait = waits.first; !left; wait = Math.min(wait * 2, waits.longest)) {
      await sleep(wait, undefined, { ref: false });
      if (left) return;
      const back = await enter().catch(() => undefined);
      if (back) {
        client = back;
        if (left) await back.end();
        return;
      }
      await mend();
    }
  }
  return {
    others: async () => {
      const { rows } = await client.query(
        "select count(*)::int as others from pg_stat_activity where application_name like 'kith:%' and application_name <> $1",
        [`kith:${process.pid}`],
      );
      return count.parse(rows)[0]?.others ?? 0;
    },
    leave: async () => {
      left = true;
      await client.end().catch(() => undefined);
    },
  };
}

/** One connection; a broken one ends and says nothing, because whoever asks it next is told. */
export async function connect(url: string, application: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: application, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}
