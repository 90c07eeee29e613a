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
import type { Particulars } from "../errors";
import type { Settings } from "../settings/schema";
import { wordsOfAddress } from "./address";
import { fail, type Reason } from "./errors";

/** In characters: enough for any list, mail or preview to cut its own from. */
const excerptLength = 300;

/** A post's own heading stands above its words. */
const belowTheTitle = { headingsFrom: 2 } as const;

/** Why a tag cannot be called so; null where it can. */
export function problemOfTag(name: string, { "tags.least": least, "tags.most": most }: Settings): Particulars | null {
  const count = countOf(name);
  return count < least || count > most ? { tag: excerptOf(name, 60), least, most } : null;
}

type Problem = { field: string; because: Reason; particulars?: Particulars };

/** Refuses words that are more than there is room for, and says by how many. */
export function measure(source: string, most: number): void {
  const problem = problemOf(source, most);
  if (problem) fail(problem.because, problem.particulars);
}

function problemOf(source: string, most: number): Problem | null {
  if (source.trim() === "") return { field: "source", because: "post-empty" };
  const over = countOf(source) - most;
  return over > 0 ? { field: "source", because: "post-too-long", particulars: { over, most } } : null;
}

type Measured = { title: string; source: string; tags: readonly string[] };

/**
 * Refuses a post that there is no room for, naming everything that is wrong with it at once, each with its field.
 * @param titled whether it must have a title: a draft may wait for one
 */
export function measurePost({ title, source, tags }: Measured, set: Settings, titled: boolean): void {
  const longest = set["post.title"];
  const over = countOf(title) - longest;
  const odd = tags.map((tag) => problemOfTag(tag, set)).find((problem) => problem !== null);
  const most = set["post.tags"];
  const problems: (Problem | null)[] = [
    titled && title === "" ? { field: "title", because: "title-needed" } : null,
    over > 0 ? { field: "title", because: "title-too-long", particulars: { over, most: longest } } : null,
    problemOf(source, set["post.characters"]),
    odd ? { field: "tags", because: "tag-length", particulars: odd } : null,
    tags.length > most ? { field: "tags", because: "too-many-tags", particulars: { most } } : null,
  ];
  const [first, ...more] = problems.filter((problem) => problem !== null);
  if (!first) return;
  if (more.length === 0) fail(first.because, first.particulars, [first]);
  fail("several-mistakes", {}, [first, ...more]);
}

/**
 * Renders and sanitises the words in a worker. Outside of any transaction: it may take two seconds. Links to this site's
 * own address become paths, so that they outlive a move.
 */
export async function renderWords(
  source: string,
  format: "markdown" | "html",
  page: { headingsFrom: number } = belowTheTitle,
): Promise<Rendered> {
  try {
    const place = { ...page, linkBase: siteUrl() };
    return await (format === "html" ? renderHtml : renderMarkdown)(source, place);
  } catch (error) {
    if (error instanceof TextTooComplex) return fail("text-too-complex");
    throw error;
  }
}

/** The columns that follow from what was typed. */
export const columnsOf = (title: string, { html, plain, version }: Rendered) => ({
  title,
  slug: wordsOfAddress(title),
  html,
  excerpt: excerptOf(plain, excerptLength),
  renderedBy: version,
  pictures: picturesIn(html),
  links: linksIn(html),
});
