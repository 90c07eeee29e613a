import sanitizeHtml from "sanitize-html";
import { escaped, unescaped } from "./markup";
import { excerptOf } from "./plain";

/** In UTF-16 units: a title or a name is far shorter, so this costs well under a millisecond and needs no thread. */
const longestLabel = 2000;
const longestPlain = 100_000;

/** The words of a title or a name that another program kept as HTML: entities decoded, tags taken out. */
export const labelOf = (html: string): string =>
  unescaped(sanitizeHtml(html.slice(0, longestLabel).toWellFormed(), { allowedTags: [], allowedAttributes: {} }));

/** A text that could not be rendered, word for word in paragraphs, markup and all; its first 100,000 characters. */
export function plainHtml(source: string): { html: string; plain: string } {
  const text = source.slice(0, longestPlain).toWellFormed();
  const paragraphs = text.split(/\n\s*\n/).flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));
  const html = paragraphs.map((one) => `<p>${escaped(one).replaceAll("\n", "<br />\n")}</p>`).join("\n");
  return { html, plain: excerptOf(text.replace(/\s+/g, " "), 2000) };
}
