import { junkLimit } from "./limits";

/** Text that XML may hold, and how many characters were taken out behind it. */
export type Clean = { text: string; removed: number };

const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const runs = /(?:[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs})+/gu;

/**
 * Takes out what XML 1.0 forbids: NUL, control characters, lone surrogates, U+FFFE and U+FFFF. The text comes in pieces
 * between the removals, so that whoever counts columns can count the gaps too.
 */
export function cleaner(): (text: string, last: boolean) => Clean[] {
  let half = "";
  return (piece, last) => {
    const text = half + piece;
    const cut = !last && isFirstHalf(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length;
    half = text.slice(cut);
    const whole = text.slice(0, cut);
    return forbidden.test(whole) || !whole.isWellFormed() ? withoutForbidden(whole) : [{ text: whole, removed: 0 }];
  };
}

const isFirstHalf = (code: number) => code >= 0xd800 && code <= 0xdbff;

function withoutForbidden(text: string): Clean[] {
  const pieces: Clean[] = [];
  let from = 0;
  for (const run of text.matchAll(runs)) {
    pieces.push({ text: text.slice(from, run.index), removed: run[0].length });
    from = run.index + run[0].length;
  }
  pieces.push({ text: text.slice(from), removed: 0 });
  return pieces.length <= mostGaps ? pieces : [inOne(pieces)];
}

/** Past this many gaps in one piece the columns are let go: each gap costs the parser a call, and memory until the text ends. */
const mostGaps = 100;

const inOne = (pieces: Clean[]): Clean => ({
  text: pieces.map((piece) => piece.text).join(""),
  removed: pieces.reduce((sum, piece) => sum + piece.removed, 0),
});

/** How much stands before `<?xml` that does not belong there; nothing when the document begins without a declaration. */
export function junkBefore(head: string): string {
  const declaration = head.slice(0, junkLimit + 6).search(/<\?xml\s/);
  const root = head.search(/<rss[\s>]/);
  return declaration > 0 && (root < 0 || declaration < root) ? head.slice(0, declaration) : "";
}
