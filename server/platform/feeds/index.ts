import { existsSync } from "node:fs";
import { sep } from "node:path";
import { type Found, found, type Task } from "./found";

export type { Entry, Found } from "./found";

/** Milliseconds of the thread's own work, and what the clock may show meanwhile on a busy machine. */
const workToRead = 1_500;
const timeToRead = 10_000;
const lookEvery = 100;
const memory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const most = 2;

const shared = globalThis as typeof globalThis & { kithReaders?: { now: number; waiting: (() => void)[] } };

/**
 * Reads what a site sent as a feed, or as a page that names or holds one. In a thread of its own, two at once: a page
 * can be written so that reading it takes minutes. What takes too long or breaks the thread holds nothing.
 */
export async function readSite(task: Task): Promise<Found> {
  shared.kithReaders ??= { now: 0, waiting: [] };
  const readers = shared.kithReaders;
  while (readers.now >= most) await new Promise<void>((go) => readers.waiting.push(go));
  readers.now += 1;
  try {
    return (await inThread(task)) ?? { feed: null, feeds: [], me: [] };
  } finally {
    readers.now -= 1;
    readers.waiting.shift()?.();
  }
}

async function inThread(task: Task): Promise<Found | null> {
  const worker = start(task);
  const until = performance.now() + timeToRead;
  const worked = () => worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
  const answer = new Promise<Found | null>((resolve) => {
    const look = setInterval(async () => {
      const { user, system } = await worked();
      if ((user + system) / 1000 > workToRead || performance.now() > until) done(null);
    }, lookEvery);
    const done = (said: Found | null) => {
      clearInterval(look);
      resolve(said);
    };
    worker.once("message", (message: unknown) => done(found.parse(message)));
    worker.once("error", () => done(null));
    worker.once("exit", () => done(null));
  });
  try {
    return await answer;
  } finally {
    await worker.terminate();
  }
}

/** Neither the path nor the class is written so that a bundler could follow it: the worker is a bundle of its own. */
function start(task: Task) {
  const path = [process.cwd(), "dist", "feed-worker.mjs"].join(sep);
  if (!existsSync(path)) throw new Error(`Feeds cannot be read: ${path} is missing. Run node bin/bundle.mjs`);
  const threads = process.getBuiltinModule("node:worker_threads");
  return new threads.Worker(path, { workerData: task, resourceLimits: memory, execArgv: [], name: "feed" });
}
