import { createHash } from "node:crypto";

/**
 * What a form's own key and its words come to, as a UUID: the same form with the same words sent twice gives the same,
 * and the same form with other words another, so that nothing typed is ever taken for something sent before.
 */
export function onceOf(once: string | undefined, ...words: readonly string[]): string | null {
  if (!once) return null;
  const hash = createHash("sha256")
    .update(JSON.stringify([once, ...words]))
    .digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
