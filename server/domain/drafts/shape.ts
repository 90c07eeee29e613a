import type { Draft, DraftWords } from "#/db/schema/drafts";
import { excerptOf } from "#/server/platform/text";

/** Words as one line, cut at a word: enough to know them by. */
export const lineOf = ({ source }: Pick<DraftWords, "source">): string =>
  excerptOf(source.slice(0, 1000).replace(/\s+/g, " "), 200);

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
