import { createHash } from "node:crypto";
import { unescaped } from "./markup";

/** Words quoted in a body, as the composer writes them: a block quote that ends in a link back to where they were said. */
export type Quoted = {
  of: "comment" | "post";
  /** The key of the comment or the post. */
  key: string;
  /** The first 16 hexadecimal digits of the SHA-256 of the words. */
  hash: string;
  /** The words as they stand in the quote, without tags, white space folded. */
  words: string;
};

/** More quotes than this in one body are not looked after. */
const most = 50;
const opening = "<blockquote>";
const gone = "<small> · not in the original as it stands now</small>";
const source =
  /<p>— <a href="\/([cp])\/([0-9a-z]{10})#q-([0-9a-f]{16})">([^<]{0,200})<\/a>(?:<small>[^<]{0,100}<\/small>)?<\/p>\s*<\/blockquote>/g;

/** The words of HTML that our renderer made, quotes and all, with white space folded. */
export const wordsIn = (html: string): string =>
  unescaped(html.replace(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g, (_, _slash, name: string) => (inline.test(name) ? "" : " ")))
    .replace(/\s+/g, " ")
    .trim();

const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)$/;

/** What a quote is known by. The composer makes the same of what is selected. */
export const hashOf = (words: string): string => createHash("sha256").update(words).digest("hex").slice(0, 16);

/** The quotes in a body, those alone whose words are still the ones that were taken. */
export function quotedIn(html: string): Quoted[] {
  const found: Quoted[] = [];
  for (const match of html.matchAll(source)) {
    const [, letter, key = "", hash = ""] = match;
    const begin = html.lastIndexOf(opening, match.index);
    if (begin < 0) continue;
    const words = wordsIn(html.slice(begin + opening.length, match.index));
    if (hashOf(words) === hash) found.push({ of: letter === "c" ? "comment" : "post", key, hash, words });
    if (found.length === most) break;
  }
  return found;
}

/** The body with a note at those quotes whose words are gone, and at no other. */
export const withNotes = (html: string, isGone: (quote: Pick<Quoted, "key" | "hash">) => boolean): string =>
  html.replace(source, (_whole, letter: string, key: string, hash: string, name: string) => {
    const note = isGone({ key, hash }) ? gone : "";
    return `<p>— <a href="/${letter}/${key}#q-${hash}">${name}</a>${note}</p>\n</blockquote>`;
  });
