import { cleaner, junkBefore } from "./clean";
import { type Decoded, type Decoder, decoderFor, encodingOf, packedReason } from "./decode";
import { headSize, pieceSize, usualLimits, type WxrLimits } from "./limits";
import { Parser } from "./parse";
import { WxrRefused } from "./refused";
import { repairs } from "./repairs";
import type { WxrThing } from "./things";

/**
 * Reads a WordPress export of any length and gives its things in the order of the file, one item held at a time.
 *
 * The last thing is `end`: without it the file was not whole. Whatever is wrong throws WxrRefused, possibly after many good
 * things, so whoever keeps what comes must keep it in one transaction or read the file twice. Errors of the source itself
 * pass through. The result does not depend on how the bytes are cut.
 */
export async function* readWxr(
  source: AsyncIterable<Uint8Array>,
  limits: WxrLimits = usualLimits,
): AsyncGenerator<WxrThing, void, undefined> {
  const reading = reader(limits);
  for await (const piece of pieces(source)) {
    reading.read(piece);
    yield* reading.taken();
  }
  reading.end();
  yield* reading.taken();
  yield { type: "end", repaired: reading.repaired() };
}

/** The source as one head, long enough to tell what it is, and pieces of bounded size behind it. */
async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let head: Uint8Array[] | null = [];
  let length = 0;
  for await (const chunk of source) {
    let rest = chunk;
    if (head) {
      head.push(chunk);
      length += chunk.length;
      if (length < headSize) continue;
      rest = Buffer.concat(head);
      head = null;
    }
    for (let at = 0; at < rest.length; at += pieceSize) yield rest.subarray(at, at + pieceSize);
  }
  if (head) yield Buffer.concat(head);
}

function reader(limits: WxrLimits) {
  const mended = repairs();
  const clean = cleaner();
  let things: WxrThing[] = [];
  const parsing = new Parser((thing) => things.push(thing), mended, limits);
  let decoder: Decoder | null = null;
  let begun = false;

  function hear({ text, broken }: Decoded, last: boolean) {
    for (const piece of clean(begun ? text : withoutJunk(text), last && broken === null)) {
      if (piece.removed > 0) mended.note("NUL and control characters removed", piece.removed);
      parsing.write(piece.text, piece.removed);
    }
    begun = true;
    if (broken !== null) parsing.refuse(broken);
  }

  function withoutJunk(head: string): string {
    const junk = junkBefore(head);
    if (junk === "") return head;
    mended.note(`${Array.from(junk).length} characters before <?xml dropped`);
    parsing.skip(junk);
    return head.slice(junk.length);
  }

  return {
    read(bytes: Uint8Array) {
      decoder ??= openDecoder(bytes);
      hear(decoder.read(bytes), false);
    },
    end() {
      if (decoder) hear(decoder.end(), true);
      parsing.end();
    },
    taken(): WxrThing[] {
      const taken = things;
      things = [];
      return taken;
    },
    repaired: () => mended.list(),
  };
}

function openDecoder(head: Uint8Array): Decoder {
  const refuse = (reason: string): never => {
    throw new WxrRefused(1, 1, reason);
  };
  if (head.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0)) refuse("the file is empty");
  const packed = packedReason(head);
  if (packed) refuse(packed);
  const encoding = encodingOf(head);
  return (
    decoderFor(encoding) ?? refuse(`the file says it is written in ${encoding.slice(0, 40)}, which is not known here`)
  );
}
