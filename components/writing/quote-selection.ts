import { typeBlock } from "./edit";

/** Words that were selected on the page, and whose they are. */
export type Selected = {
  /** The words, a paragraph each. */
  words: string;
  name: string;
  /** `/c/…` or `/p/…`. */
  path: string;
  /** The place of the comment in the thread; none for the post. */
  place: HTMLElement | null;
};

/** Where words stand that may be quoted: a comment's, and the post's. */
export const bodies = ".c-body, article.post > .prose";

/** In characters: what is longer is not a quote any more but a copy. */
const longest = 5_000;

/** What is selected in one body of the page, if something is, and where. */
export function selectedNow(): (Selected & { body: HTMLElement; range: Range }) | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const all = selection.getRangeAt(0);
  const [body, ...more] = bodiesIn(all);
  if (!body || more.length > 0) return null;
  const range = within(all, body);
  const words = wordsOf(selection, range).trim().slice(0, longest);
  if (words === "") return null;
  const place = body.closest<HTMLElement>("li.c");
  const name = (place ?? document).querySelector(place ? ".c-head bdi" : ".post-meta bdi")?.textContent;
  const path = place ? `/c/${place.id.replace(/^c-/, "")}` : /^\/p\/\w{10}/.exec(location.pathname)?.[0];
  return name && path ? { words, name, path, place, body, range } : null;
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** The bodies of which words are selected. Three clicks on a last paragraph reach to where the next element begins. */
function bodiesIn(range: Range): HTMLElement[] {
  const around = elementOf(range.commonAncestorContainer);
  const one = around?.closest<HTMLElement>(bodies);
  if (one || !around) return one ? [one] : [];
  return Array.from(around.querySelectorAll<HTMLElement>(bodies)).filter(
    (body) => range.intersectsNode(body) && within(range, body).toString().trim() !== "",
  );
}

/** The part of a range that stands in a body. */
function within(range: Range, body: HTMLElement): Range {
  const part = range.cloneRange();
  if (!body.contains(range.startContainer)) part.setStart(body, 0);
  if (!body.contains(range.endContainer)) part.setEnd(body, body.childNodes.length);
  return part;
}

/** What the browser says is selected; of a selection that reaches over other words, what stands in its part. */
function wordsOf(selection: Selection, part: Range): string {
  const bare = (words: string) => words.replace(/\s+/g, "");
  const words = selection.toString();
  if (bare(words) === bare(part.toString())) return words;
  const copy = part.cloneContents();
  for (const block of copy.querySelectorAll("p, li, pre, h1, h2, h3, h4, h5, h6, tr, br")) block.after("\n\n");
  return copy.textContent ?? "";
}

/** Words as Markdown that shows them as they are: nothing in them marks, links or calls anybody. */
export const escapedWords = (words: string): string =>
  words
    .replace(/(https?:\/\/\S+|www\.\S+)|[\\`*_[\]<&@~|]/g, (sign, address?: string) => address ?? `\\${sign}`)
    .replace(/^(\s*)([-+>#=])/gm, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/gm, "$1\\$2");

/** A block quote of them that ends in a link back, with the hash by which the server knows whether they still stand. */
export async function quoteOf({ words, name, path }: Selected): Promise<string> {
  const folded = words.replace(/\s+/g, " ").trim();
  const lines = escapedWords(words.replace(/\n{2,}/g, "\n\n")).split("\n");
  const quoted = lines.map((line) => (line.trim() === "" ? ">" : `> ${line.trim()}`)).join("\n");
  return `${quoted}\n>\n> — [${escapedWords(name)}](${path}#q-${await hashOf(folded)})`;
}

/** The first 16 hexadecimal digits of the SHA-256. A site without TLS has no `crypto.subtle`: then there is no hash. */
async function hashOf(words: string): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return "";
  const digest = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(words)));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Puts a quote where the caret of a field is. */
export async function quoteInto(area: HTMLTextAreaElement, selected: Selected): Promise<void> {
  typeBlock(area, await quoteOf(selected));
}
