import { randomBytes } from "node:crypto";

/*
 * HTML on its way from a page to its island. A page's server components and the server's copies of client components
 * are two bundles in one process, so the strings wait on the global object. What travels in the page is only a key.
 */
type Waiting = { html: string; until: number };
const shared = globalThis as typeof globalThis & { kithIslands?: Map<string, Waiting> };

/**
 * A page is rendered within seconds. What was never fetched is dropped after half a minute, or when so many characters
 * wait: a hundred of the longest pages at once.
 */
const patience = 30_000;
const most = 150_000_000;

const islands = (): Map<string, Waiting> => {
  shared.kithIslands ??= new Map();
  return shared.kithIslands;
};

/** Keeps HTML for the island that will ask for it, once; gives the key it must ask with. */
export function putIsland(html: string): string {
  const waiting = islands();
  const now = Date.now();
  let held = html.length;
  for (const { html } of waiting.values()) held += html.length;
  for (const [key, { until, html }] of waiting) {
    if (until > now && held <= most) break;
    waiting.delete(key);
    held -= html.length;
  }
  const key = randomBytes(12).toString("base64url");
  waiting.set(key, { html, until: now + patience });
  return key;
}
