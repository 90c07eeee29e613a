/**
 * The generations of page tags. The page cache keeps an answer with the sum of its tags' generations and throws it
 * away when the sum has moved. Next's bundle and the server's bundle are two copies of this module in one process,
 * so the numbers live on the global object.
 */
const shared = globalThis as typeof globalThis & { kithGenerations?: Map<string, number> };

const generations = (): Map<string, number> => {
  shared.kithGenerations ??= new Map();
  return shared.kithGenerations;
};

/** Makes every cached page with one of these tags untrue. */
export function raise(tags: Iterable<string>): void {
  const all = generations();
  for (const tag of new Set(tags)) all.set(tag, (all.get(tag) ?? 0) + 1);
}

/** A number that moves whenever one of these tags is raised. */
export function generationOf(tags: Iterable<string>): number {
  const all = generations();
  let sum = 0;
  for (const tag of tags) sum += all.get(tag) ?? 0;
  return sum;
}
