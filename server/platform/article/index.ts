import { type Facts, factsIn } from "./facts";
import { Reader } from "./reader";

export type { Facts } from "./facts";

/** Of a page, in UTF-16 units: what it says of itself stands at its beginning. */
const most = 400_000;

/**
 * What a page says of itself: title, site, author, when it was written, and its first words; empty where it does not
 * say. Everything is plain text on one line, and none of it is to be believed.
 */
export function articleIn(html: string): Facts {
  const reader = new Reader();
  reader.read(html.slice(0, most));
  return factsIn(reader.said);
}
