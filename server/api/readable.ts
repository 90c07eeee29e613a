/** No input of ours has lists and objects further inside one another; what lies deeper fits none of them. */
const deepest = 8;

/**
 * What was sent, with the two kinds of character that no text of PostgreSQL can hold taken out of every string: the
 * NUL, and half a surrogate pair (which becomes U+FFFD, as in any text that is written as UTF-8). Nobody sees either,
 * so nobody is refused for them: they come with what people paste.
 */
export function readable(sent: unknown, depth = 0): unknown {
  if (typeof sent === "string") return sent.replaceAll("\0", "").toWellFormed();
  if (typeof sent !== "object" || sent === null || depth > deepest) return sent;
  if (Array.isArray(sent)) return sent.map((one) => readable(one, depth + 1));
  if (Object.getPrototypeOf(sent) !== Object.prototype) return sent;
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, readable(value, depth + 1)]));
}
