import type { Draft, DraftWords } from "#/db/schema/drafts";
import { excerptOf } from "#/server/platform/text";

/** Words as one line, cut at a word: enough to know them by. Those of others that they quote only if there are no own. */
export function lineOf({ source }: Pick<DraftWords, "source">): string {
  const lines = source.slice(0, 2000).split("\n");
  const own = lines.filter((line) => !line.startsWith(">")).join(" ");
  const plain = (own.trim() ? own : lines.map((line) => line.replace(/^[>\s]+/, "")).join(" "))
    // A link is what it is called, a picture what it shows.
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
    .replace(/\s+/g, " ");
  return excerptOf(plain, 200);
}

/** What a form is told of the words that wait for it. */
export const shaped = ({ place, form, words, savedAt, turn, other, otherAt }: Draft) => ({
  place,
  form,
  words,
  savedAt,
  turn,
  /** What another device had typed meanwhile. */
  other: other && otherAt ? { at: otherAt, line: lineOf(other) } : null,
});
