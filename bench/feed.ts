import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "#/db/client";
import { openEmbedded } from "#/db/embedded";
import { migrate } from "#/db/migrate";
import { members } from "#/db/schema/members";
import { createCaller } from "#/server/api/root";
import { makeHub } from "#/server/testing/hub";

/* The feed, the network and the button of a member with 5,000 connections, on a PostgreSQL of its own that goes again. */
const people = 5_000;
const rounds = 30;

const folder = mkdtempSync(join(tmpdir(), "kith-bench-"));
chmodSync(folder, 0o711);
const server = await openEmbedded({ folder, durable: false });
try {
  await migrate(server.url);
  await run(server.url);
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function run(url: string) {
  const { db, close } = open(url, { most: 2 });
  const joinedAt = new Date();
  const hub = { handle: "the-hub", handleSkeleton: "thehub", name: "Hub", joinedAt };
  const [member] = await db.insert(members).values(hub).returning();
  if (!member) throw new Error("The hub was not made");
  await makeHub(db, member.id, people);
  const { feed, connections } = createCaller({ db, viewer: member, now: () => new Date(), told: [] });

  const middle = (await feed.items({ limit: 100 })).next ?? "";
  await measure("feed, first page", () => feed.items({ limit: 20 }));
  await measure("feed, further down", () => feed.items({ limit: 20, cursor: middle }));
  await measure("network, first page", () => connections.network({ limit: 20 }));
  await measure("button on a profile", () => connections.standing({ handle: "hub-7" }));
  await close();
}

async function measure(what: string, work: () => Promise<unknown>) {
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const at = (part: number) => (took[Math.floor(part * (rounds - 1))] ?? 0).toFixed(1);
  console.info(`${what}: ${at(0.5)} ms (p50), ${at(0.95)} ms (p95), ${people} connections, ${rounds} rounds`);
}
