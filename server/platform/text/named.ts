const link = /<a\b[^>]*>/g;
const handleIn = /\bhref="\/m\/([a-z0-9_-]{3,30})"/;

/** The handles a text names, each once, in the order of the text. Takes HTML that our renderer made. */
export function handlesIn(html: string): string[] {
  const handles = new Set<string>();
  for (const [opening] of html.matchAll(link)) {
    const handle = /\bclass="[^"]*\bmention\b/.test(opening) ? handleIn.exec(opening)?.[1] : undefined;
    if (handle) handles.add(handle);
  }
  return [...handles];
}
