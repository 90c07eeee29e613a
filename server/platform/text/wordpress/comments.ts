/** Whether the block editor wrote this: its paragraphs are tags already, and its blank lines mean nothing. */
export const hasBlocks = (source: string) => /<!--\s*wp:/.test(source);

/**
 * Without HTML comments: block marks, `more`, `nextpage`. One that is never closed loses its mark and keeps its words,
 * where a browser would hide everything after it.
 */
export function withoutComments(source: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = source.indexOf("<!--", at);
    const end = start < 0 ? -1 : source.indexOf("-->", start + 4);
    if (end < 0) return kept.join("") + source.slice(at).replaceAll("<!--", "");
    kept.push(source.slice(at, start));
    at = end + 3;
  }
}
