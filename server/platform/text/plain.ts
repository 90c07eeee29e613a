import { unescaped } from "./markup";

/** Longer plain text than this is of no use to a list, a mail or a preview. */
const longestPlain = 2000;
const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|ruby|s|samp|small|span|strong|sub|sup|time|u|var)$/;
const tagOrText = /<(\/?)([a-z][a-z0-9]*)[^>]*>|[^<]+/g;

/**
 * The words of HTML that this renderer made: without tags, without what is quoted (unless all of it is), white space
 * folded, at most 2,000 characters and then cut at a word.
 */
export function plainOf(html: string): string {
  const own = wordsOf(html, "without quotes");
  return excerptOf(own === "" ? wordsOf(html, "with quotes") : own, longestPlain);
}

function wordsOf(html: string, which: "with quotes" | "without quotes"): string {
  const words: string[] = [];
  let quotes = 0;
  for (const [piece, slash, name] of html.matchAll(tagOrText)) {
    if (name === "blockquote") quotes += slash ? -1 : 1;
    if (name === undefined) {
      if (quotes <= 0 || which === "with quotes") words.push(piece);
    } else if (!inline.test(name)) words.push(" ");
  }
  return unescaped(words.join("")).replace(/\s+/g, " ").trim();
}

/** All the words of HTML that this renderer made, quotes included: a line for each block of it. */
export function linesOf(html: string): string[] {
  const words = Array.from(html.matchAll(tagOrText), ([piece, , name]) => {
    if (name === undefined) return piece.replace(/\s+/g, " ");
    return inline.test(name) ? "" : "\n";
  });
  return unescaped(words.join(""))
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** How many characters a person would say it has, in Unicode code points. */
export const countOf = (text: string): number =>
  text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);

const withoutSpaces = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]$/u;

/** The beginning of a text in at most `max` code points, the ellipsis among them, cut between two words. */
export function excerptOf(plain: string, max: number): string {
  const text = plain.trim();
  if (text.length <= max || countOf(text) <= max) return text;
  const room = Array.from(text.slice(0, 2 * max))
    .slice(0, max - 1)
    .join("");
  const kept = upToAWord(room, text.slice(room.length));
  return `${kept.replace(/[\s,;:–—-]+$/u, "")}…`;
}

function upToAWord(room: string, rest: string): string {
  if (/^\s/.test(rest)) return room;
  const space = /^[^]*(?=\s)/.exec(room)?.[0] ?? "";
  if (space.length >= room.length / 2) return space;
  const unspaced = withoutSpaces.test(room) ? lastBoundary(room, "word") : "";
  return unspaced || space || lastBoundary(room, "grapheme");
}

/** The last piece may be half of one, so it goes. */
function lastBoundary(room: string, granularity: "word" | "grapheme"): string {
  const pieces = Array.from(new Intl.Segmenter("und", { granularity }).segment(room));
  return room.slice(0, pieces.at(-1)?.index ?? 0);
}
