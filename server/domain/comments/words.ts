import { siteUrl } from "#/server/platform/config";
import {
  countOf,
  excerptOf,
  linksIn,
  picturesIn,
  type Rendered,
  renderHtml,
  renderMarkdown,
  TextTooComplex,
} from "#/server/platform/text";
import { fail } from "./errors";

/** In characters: enough for any list, mail or preview to cut its own from. */
export const excerptLength = 300;

/** A comment stands under the post's title and the heading of the thread. */
const belowTheThread = { headingsFrom: 3 } as const;

/** Refuses words that are more than there is room for, and says by how many. */
export function measure(source: string, most: number): void {
  if (source.trim() === "") fail("comment-empty");
  const count = countOf(source);
  if (count > most) fail("comment-too-long", { over: count - most, most });
}

/**
 * Renders and sanitises the words in a worker. Outside of any transaction: it may take two seconds. Links to this site's
 * own address become paths, so that they outlive a move.
 */
export async function renderWords(source: string, format: "markdown" | "html"): Promise<Rendered> {
  try {
    const place = { ...belowTheThread, linkBase: siteUrl() };
    return await (format === "html" ? renderHtml : renderMarkdown)(source, place);
  } catch (error) {
    if (error instanceof TextTooComplex) return fail("text-too-complex");
    throw error;
  }
}

/** The columns that follow from what was typed. */
export const columnsOf = ({ html, plain, version }: Rendered) => ({
  html,
  excerpt: excerptOf(plain, excerptLength),
  renderedBy: version,
  pictures: picturesIn(html),
  links: linksIn(html),
});
