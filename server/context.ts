import { type Opened, open } from "#/db/client";
import type { Client, Reading } from "./domain/context";
import type { Viewer } from "./domain/policy";

/**
 * The one place where database, clock and viewer are put together.
 * The pool lives on the global object: Next's bundle and the server's are two copies of this module in one process.
 */
const shared = globalThis as typeof globalThis & { kithDatabase?: Opened };

/** Opens the database of this process at an address; done once, at boot. */
export function openDatabase(url: string): Opened {
  shared.kithDatabase ??= open(url);
  return shared.kithDatabase;
}

/** What a request or a job leans on. */
export function contextFor(viewer: Viewer, client?: Client): Reading {
  const opened = shared.kithDatabase;
  if (!opened) throw new Error("The database was asked for before it was opened");
  return { db: opened.db, viewer, now: () => new Date(), told: [], ...(client && { client }) };
}
