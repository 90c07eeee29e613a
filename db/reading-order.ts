const digits = "0123456789abcdefghijklmnopqrstuvwxyz";

/** The first 30 replies take one character; the letters behind them say how many digits follow. */
const single = 30;
const longer = [
  { mark: "u", digits: 2 },
  { mark: "v", digits: 3 },
  { mark: "w", digits: 4 },
  { mark: "x", digits: 6 },
] as const;

/**
 * The segment of a comment's path that stands for its place among the replies to one comment.
 * Segments compare byte by byte in the order of `nth`, and none is the beginning of another, so a path made of them
 * sorts a branch in reading order: a comment, then its replies, oldest first.
 * @param nth 1 for the first reply ever given
 */
export function segmentOf(nth: number): string {
  let rest = nth - 1;
  if (!Number.isSafeInteger(nth) || rest < 0) throw new RangeError(`There is no reply number ${nth}`);
  if (rest < single) return digits.charAt(rest);
  rest -= single;
  for (const { mark, digits: width } of longer) {
    const room = 36 ** width;
    if (rest < room) return mark + rest.toString(36).padStart(width, "0");
    rest -= room;
  }
  throw new RangeError(`No comment can have ${nth} replies`);
}
