import { randomBytes } from "node:crypto";

/*
 * HTML on its way from a page to its island. A page's server components and the server's copies of client components
 * are two bundles in one process, so the strings wait on the global object. What travels in the page is only a key.
 */
type Waiting = { html: string; until: number };
const shared = globalThis as typeof globalThis & { kithIslands?: Map<string, Waiting> };

/** A page is rendered within seconds; what was never fetched is dropped after half a minute, or when 500 wait. */
const patience = 30_000;
const most = 500;

const islands = (): Map<string, Waiting> => {
  shared.kithIslands ??= new Map();
  return shared.kithIslands;
};

/** Keeps HTML for the island that will ask for it, once; gives the key it must ask with. */
export function putIsland(html: string): string {
  const waiting = islands();
  const now = Date.now();
  for (const [key, { until }] of waiting) {
    if (until > now && waiting.size < most) break;
    waiting.delete(key);
  }
  const key = randomBytes(12).toString("base64url");
  waiting.set(key, { html, until: now + patience });
  return key;
}
