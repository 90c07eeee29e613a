const tagOrText = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g;
const emptyParagraph = /<p>\s*<\/p>/g;

/** Sanitised HTML without what says nothing: spans that have lost all they said, paragraphs without a word, and blank lines. */
export function tidied(html: string): string {
  const kept: string[] = [];
  const spans: boolean[] = [];
  let preformatted = 0;
  for (const [piece, slash, name, attributes] of html.matchAll(tagOrText)) {
    if (name === "span" && !slash) spans.push(attributes !== "");
    if (name === "pre") preformatted += slash ? -1 : 1;
    const says = name !== "span" || (slash ? spans.pop() : spans.at(-1));
    if (says) kept.push(preformatted === 0 && isBlankLines(piece) ? "\n" : piece);
  }
  return kept.join("").replace(emptyParagraph, "");
}

/** Written without a pattern: one that counts new lines among white space takes cubic time on a long run of them. */
const isBlankLines = (piece: string) => piece.trim() === "" && piece.indexOf("\n") !== piece.lastIndexOf("\n");
