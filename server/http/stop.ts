import type { Server } from "node:http";
import { log } from "../platform/log";

/** Something that was started and must be stopped, with its name for the log. */
export type Started = { what: string; stop: () => Promise<unknown> };

/** The whole stop may take five seconds; the database gets what is left of them. */
const mostMilliseconds = 4_800;

/** Stops what was started, last first; ends the process when that is done or the time is up. */
export async function stopAll(started: readonly Started[], code: number): Promise<never> {
  setTimeout(() => process.exit(code || 1), mostMilliseconds).unref();
  for (const { what, stop } of [...started].reverse()) {
    try {
      await stop();
    } catch (error) {
      log().error({ err: error, what }, "could not be stopped in order");
    }
  }
  process.exit(code);
}

/** Lets answers under way finish for a moment, then closes what is left of the connections. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), 1_500);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
