import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { log } from "../platform/log";

/** Something that was started and must be stopped, with its name for the log and the milliseconds that may take. */
export type Started = { what: string; within: number; stop: () => Promise<unknown> };

/** The whole stop may take five seconds. */
const mostMilliseconds = 4_800;

/**
 * Stops what was started, last first, and ends the process. What does not end in its time is left behind, so that
 * whatever comes after it is always told to stop as well: PostgreSQL before all.
 */
export async function stopAll(started: readonly Started[], code: number): Promise<never> {
  setTimeout(() => process.exit(code), mostMilliseconds).unref();
  for (const { what, within, stop } of [...started].reverse()) {
    try {
      const stopped = await Promise.race([stop().then(() => true), sleep(within, false, { ref: false })]);
      if (!stopped) log().warn({ what, within }, "did not stop in its time and was left behind");
    } catch (error) {
      log().error({ err: error, what }, "could not be stopped in order");
    }
  }
  process.exit(code);
}

/** How long an answer under way may take to its end, in milliseconds. */
const patience = 1_200;

/** Lets answers under way finish for a moment, then closes what is left of the connections. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    // A connection that is kept alive turns idle when its answer is out, and would be waited for.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const last = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(last);
      resolve();
    });
    server.closeIdleConnections();
  });
