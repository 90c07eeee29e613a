import { BrokenForm } from "./errors";
import { headOf } from "./head";
import { Window } from "./window";

export { BrokenForm } from "./errors";

/** One field of a form. Its body must be read to the end before the next field is asked for; what is left is skipped. */
export type Part = {
  name: string;
  /** The last part of the path the browser names; null for a field that is no file. */
  fileName: string | null;
  body: AsyncGenerator<Uint8Array, void, undefined>;
};

/** A form of ours has a handful of fields, and their heads a line or two. */
const mostParts = 50;
const mostHead = 8 * 1024;
const mostPreamble = 1024;

const lineEnd = Buffer.from("\r\n");
const headEnd = Buffer.from("\r\n\r\n");

/** The boundary a `multipart/form-data` content type names, or null for any other content type. */
export function boundaryOf(contentType: string | null): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:[^"]*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(
      contentType ?? "",
    ) ?? [];
  const boundary = quoted ?? plain ?? "";
  return /^[\w'()+,./:=? -]*[\w'()+,./:=?-]$/.test(boundary) ? boundary : null;
}

/**
 * Reads a form as it arrives, holding no more of it than one chunk. Throws BrokenForm; errors of the source pass through.
 * @param boundary as `boundaryOf` gives it
 */
export async function* partsOf(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part, void, undefined> {
  const window = new Window(source);
  const mark = Buffer.from(`\r\n--${boundary}`, "latin1");
  const first = await window.upTo(mark.subarray(2), mostPreamble);
  if (first.length > 0 && !first.subarray(-2).equals(lineEnd))
    throw new BrokenForm("the form does not begin with its boundary");

  for (let count = 0; await anotherFollows(window); count += 1) {
    if (count >= mostParts) throw new BrokenForm("the form has too many fields");
    const head = headOf(await window.upTo(headEnd, mostHead));
    const body = window.until(mark);
    let finished = false;
    yield {
      ...head,
      body: (async function* () {
        for await (const piece of { [Symbol.asyncIterator]: () => body }) yield piece;
        finished = true;
      })(),
    };
    while (!finished) finished = Boolean((await body.next()).done);
  }
}

/** Behind a boundary stand two hyphens at the end of the form, else the end of the line. */
async function anotherFollows(window: Window): Promise<boolean> {
  const behind = await window.next(2);
  if (behind.equals(lineEnd)) return true;
  if (behind.toString("latin1") === "--") return false;
  throw new BrokenForm("a boundary is not followed by the end of its line");
}

/** A short field as text. */
export async function textOf({ body }: Part, most = 1000): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > most) throw new BrokenForm("a field is too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
