import { TextTooComplex } from "./errors";
import type { Rendered, Task } from "./rendered";
import { Thread } from "./thread";

type Waiting = { task: Task; resolve: (rendered: Rendered) => void; reject: (reason: unknown) => void };
type Pool = { idle: Thread[]; count: number; waiting: Waiting[] };

/** Two long texts may render at once; a third waits. */
const most = 2;

declare global {
  var kithTextPool: Pool | undefined;
}

/**
 * Renders in a thread of its own, so that no text holds up anybody else. Next's bundle and the server's stand in one
 * process and share the threads. Rejects with TextTooComplex when a text takes more than its time.
 */
export function renderInPool(task: Task): Promise<Rendered> {
  globalThis.kithTextPool ??= { idle: [], count: 0, waiting: [] };
  const pool = globalThis.kithTextPool;
  return new Promise((resolve, reject) => {
    pool.waiting.push({ task, resolve, reject });
    void next(pool);
  });
}

async function next(pool: Pool): Promise<void> {
  pool.idle = pool.idle.filter((thread) => thread.alive || !leave(pool));
  if (pool.waiting.length === 0 || (pool.idle.length === 0 && pool.count >= most)) return;
  const waiting = pool.waiting.shift();
  if (!waiting) return;
  try {
    waiting.resolve(await withThread(pool, waiting.task));
  } catch (error) {
    waiting.reject(error);
  }
  await next(pool);
}

async function withThread(pool: Pool, task: Task): Promise<Rendered> {
  const thread = pool.idle.pop() ?? hire(pool);
  try {
    const outcome = await thread.render(task);
    if (outcome === "too-complex") throw new TextTooComplex();
    return outcome;
  } finally {
    if (thread.alive) pool.idle.push(thread);
    else leave(pool);
  }
}

function hire(pool: Pool): Thread {
  const thread = new Thread();
  pool.count += 1;
  return thread;
}

function leave(pool: Pool): true {
  pool.count -= 1;
  return true;
}
