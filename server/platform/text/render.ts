import { TextTooComplex } from "./errors";
import { markdownToHtml } from "./markdown";
import { plainOf } from "./plain";
import { type Place, type Rendered, rendererVersion } from "./rendered";
import { sanitise } from "./sanitise";
import { hasBlocks, withoutComments } from "./wordpress/comments";
import { withLinks } from "./wordpress/links";
import { withParagraphs } from "./wordpress/paragraphs";
import { withoutShortcodes } from "./wordpress/shortcodes";

/** In UTF-16 units. A source may grow twentyfold, and a short one to the length of a few paragraphs. */
const longestSource = 1_000_000;
const longestHtml = 2_000_000;
const longestOf = (source: string) => Math.min(longestHtml, Math.max(4000, 20 * source.length));

/** Runs in the worker only. Throws TextTooComplex. */
export function renderMarkdownHere(source: string, place: Place): Rendered {
  return finished(source, (clean) => sanitise(measured(clean, markdownToHtml(clean)), place));
}

/** Runs in the worker only: a WordPress body, old or of the block editor. Throws TextTooComplex. */
export function renderHtmlHere(source: string, place: Place): Rendered {
  return finished(source, (clean) => {
    const words = withoutShortcodes(withoutComments(clean));
    const html = hasBlocks(clean) ? words : withParagraphs(words);
    return sanitise(withLinks(sanitise(measured(clean, html), place)), place);
  });
}

function finished(source: string, make: (clean: string) => string): Rendered {
  if (source.length > longestSource) throw new TextTooComplex();
  const html = measured(source, make(cleaned(source)).trim());
  return { html, plain: plainOf(html), version: rendererVersion };
}

function measured(source: string, html: string): string {
  if (html.length > longestOf(source)) throw new TextTooComplex();
  return html;
}

/** PostgreSQL keeps no NUL and no half characters, and a reader sees no other control character. */
const cleaned = (source: string) =>
  source.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "");
