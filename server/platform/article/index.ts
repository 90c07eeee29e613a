import { setImmediate as others } from "node:timers/promises";
import { type Facts, factsIn } from "./facts";
import { Reader } from "./reader";

export type { Facts } from "./facts";

/** Of a page, in UTF-16 units: what it says of itself stands at its beginning. */
const most = 400_000;
/** Read at once: a few milliseconds, after which others have their turn. */
const piece = 16_000;

/**
 * What a page says of itself: title, site, author, when it was written, and its first words; empty where it does not
 * say. Everything is plain text on one line, and none of it is to be believed.
 */
export async function articleIn(html: string): Promise<Facts> {
  const reader = new Reader();
  for (let at = 0; at < Math.min(most, html.length); at += piece) {
    reader.read(html.slice(at, Math.min(at + piece, most)));
    await others();
  }
  reader.end();
  return factsIn(reader.said);
}
