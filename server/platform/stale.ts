import { AsyncLocalStorage } from "node:async_hooks";

/**
 * When each page tag was last made untrue, and which tags the page being rendered right now is made from.
 * Next's bundle and the server's bundle are two copies of this module in one process, so both live on the global object.
 */
type Pages = {
  moment: number;
  lastRaised: Map<string, number>;
  allRaised: number;
  rendering: AsyncLocalStorage<Set<string>>;
};

const shared = globalThis as typeof globalThis & { kithPages?: Pages };

const pages = (): Pages => {
  shared.kithPages ??= { moment: 0, lastRaised: new Map(), allRaised: 0, rendering: new AsyncLocalStorage() };
  return shared.kithPages;
};

/** Makes every cached page with one of these tags untrue, in this process. */
export function raise(tags: Iterable<string>): void {
  const all = pages();
  all.moment += 1;
  for (const tag of tags) all.lastRaised.set(tag, all.moment);
}

/** Makes every cached page untrue: when news from other instances may have been missed. */
export function raiseAll(): void {
  const all = pages();
  all.moment += 1;
  all.allRaised = all.moment;
  all.lastRaised.clear();
}

/** A point in time to compare with later: take it before the page is rendered. */
export const momentNow = (): number => pages().moment;

/** True when one of these tags was raised after that moment. */
export function movedSince(moment: number, tags: Iterable<string>): boolean {
  const { lastRaised, allRaised } = pages();
  if (allRaised > moment) return true;
  for (const tag of tags) if ((lastRaised.get(tag) ?? 0) > moment) return true;
  return false;
}

/** Notes what the page being rendered is made from. Every query whose answer may stand on a public page says so. */
export function madeFrom(...tags: string[]): void {
  const rendering = pages().rendering.getStore();
  for (const tag of tags) rendering?.add(tag);
}

/** Renders with a fresh list of tags; `madeFrom` fills it. */
export const collecting = <Answer>(tags: Set<string>, render: () => Answer): Answer =>
  pages().rendering.run(tags, render);
