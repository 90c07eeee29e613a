import { excerptOf } from "#/server/platform/text";
import type { Token } from "./fold";

/** A stretch of plain text; `hit` where it is a word that was looked for. */
export type Piece = { text: string; hit: boolean };

/** Characters of an excerpt, and of what stands in it before the first hit. */
const length = { whole: 240, before: 60 } as const;
/** Words beside a hit by which a browser finds it again. */
const context = 3;

type Hit = { token: Token; nth: number; mark: number };
type Window = { from: Hit; distinct: number; many: number };

/**
 * The stretch of a text in which most of what was looked for stands together, cut between words.
 * @param text lines of plain text
 * @param markOf which of the looked-for words a word is, or -1
 * @returns its pieces, and the text directive that makes a browser scroll to the first hit in it (null: no hit)
 */
export function excerptAt(text: string, tokens: Token[], markOf: (folded: string) => number) {
  const hits = tokens.flatMap((token, nth) => {
    const mark = markOf(token.folded);
    return mark < 0 ? [] : [{ token, nth, mark }];
  });
  const best = bestOf(hits);
  if (!best)
    return { pieces: [{ text: excerptOf(text.replaceAll("\n", " "), length.whole), hit: false }], directive: null };
  const start = beginningOf(text, tokens, best);
  const end = endOf(text, tokens, start);
  const within = hits.filter(({ token }) => token.start >= start && token.end <= end);
  return { pieces: piecesOf(text, start, end, within), directive: directiveTo(text, tokens, best.nth, within) };
}

function bestOf(hits: Hit[]): Hit | null {
  let best: Window | null = null;
  let last = 0;
  for (const [first, from] of hits.entries()) {
    last = Math.max(last, first);
    while ((hits[last + 1]?.token.end ?? Infinity) <= from.token.start + length.whole - length.before) last += 1;
    const distinct = new Set(hits.slice(first, Math.min(last + 1, first + 40)).map(({ mark }) => mark)).size;
    const many = last - first + 1;
    if (!best || distinct > best.distinct || (distinct === best.distinct && many > best.many))
      best = { from, distinct, many };
  }
  return best?.from ?? null;
}

/** Whether a word goes on here behind its apostrophe: nobody reads "t you dare". */
const isWithin = (text: string, at: number): boolean =>
  /^\p{L}['\u2019\u02bc]\p{L}/u.test(text.slice(Math.max(at - 2, 0), at + 2));

function beginningOf(text: string, tokens: Token[], { token, nth }: Hit): number {
  let start = token.start;
  for (let before = nth - 1; before >= 0; before--) {
    const there = tokens[before];
    if (!there || token.start - there.start > length.before) return start;
    if (!isWithin(text, there.start)) start = there.start;
  }
  return 0;
}

function endOf(text: string, tokens: Token[], start: number): number {
  if (text.length - start <= length.whole) return text.length;
  let end = start;
  for (const token of tokens) {
    if (token.start < start) continue;
    if (token.end - start > length.whole) break;
    if (!isWithin(text, token.end + 1)) end = token.end;
  }
  // One endless word is cut where it must be.
  return end > start ? end : start + length.whole;
}

function piecesOf(text: string, start: number, end: number, hits: Hit[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, hit: boolean) => {
    const words = text.slice(from, to).toWellFormed().replace(/\s+/g, " ");
    if (words) pieces.push({ text: words, hit });
  };
  let at = start;
  for (const { token } of hits) {
    add(at, token.start, false);
    add(token.start, token.end, true);
    at = token.end;
  }
  add(at, end, false);
  if (start > 0) pieces.unshift({ text: "… ", hit: false });
  if (end < text.length) pieces.push({ text: " …", hit: false });
  return pieces;
}

/** `prefix-,hit,-suffix` (URL Fragment Text Directives): within one line, as browsers do not look across blocks. */
function directiveTo(text: string, tokens: Token[], nth: number, hits: Hit[]): string | null {
  const isHit = new Set(hits.map(({ nth }) => nth));
  const [lineStart, lineEnd] = lineAround(text, tokens[nth]?.start ?? 0);
  const inLine = (at: number) => {
    const token = tokens[at];
    return token && token.start >= lineStart && token.end <= lineEnd ? token : null;
  };
  let last = nth;
  while (isHit.has(last + 1) && inLine(last + 1)) last += 1;
  const [from, to] = [inLine(nth), inLine(last)];
  if (!from || !to) return null;
  const before = Array.from({ length: context }, (_, back) => inLine(nth - 1 - back)).findLast(Boolean);
  const after = Array.from({ length: context }, (_, on) => inLine(last + 1 + on)).findLast(Boolean);
  const parts = [
    before && `${directed(text.slice(before.start, from.start))}-`,
    directed(text.slice(from.start, to.end)),
    after && `-${directed(text.slice(to.end, after.end))}`,
  ];
  return parts.filter(Boolean).join(",");
}

function lineAround(text: string, at: number): [start: number, end: number] {
  const end = text.indexOf("\n", at);
  return [text.lastIndexOf("\n", at) + 1, end < 0 ? text.length : end];
}

/** A hyphen and a comma have a meaning in a directive; encoded they are what they are. */
const directed = (words: string): string => encodeURIComponent(words.trim().toWellFormed()).replaceAll("-", "%2D");
