import { isUtf8 } from "node:buffer";

/** Characters as far as they could be read, and why no further. */
export type Decoded = { text: string; broken: string | null };

/**
 * Bytes in, characters out; a character cut by the end of one piece comes with the next. The first piece holds at least the
 * byte order mark, which is left out.
 */
export type Decoder = { read: (bytes: Uint8Array) => Decoded; end: () => Decoded };

const packed: [number[], string][] = [
  [[0x1f, 0x8b], "the file is compressed (gzip): unpack it first"],
  [[0x50, 0x4b, 0x03, 0x04], "the file is an archive (zip): unpack it first"],
  [[0x50, 0x4b, 0x05, 0x06], "the file is an archive (zip): unpack it first"],
  [[0x42, 0x5a, 0x68], "the file is compressed (bzip2): unpack it first"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "the file is compressed (xz): unpack it first"],
  [[0x37, 0x7a, 0xbc, 0xaf], "the file is an archive (7z): unpack it first"],
  [[0x28, 0xb5, 0x2f, 0xfd], "the file is compressed (zstd): unpack it first"],
];

const startsWith = (head: Uint8Array, bytes: number[]) => bytes.every((byte, at) => head[at] === byte);

/** Why the first bytes cannot be XML at all, or null. */
export const packedReason = (head: Uint8Array): string | null =>
  packed.find(([bytes]) => startsWith(head, bytes))?.[1] ?? null;

/** The name of the encoding: by byte order mark, by the zeros of UTF-16, by the XML declaration, else UTF-8. */
export function encodingOf(head: Uint8Array): string {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0x3c, 0])) return "utf-16le";
  if (startsWith(head, [0xfe, 0xff]) || startsWith(head, [0, 0x3c])) return "utf-16be";
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return "utf-8";
  const ascii = Buffer.from(head).toString("latin1");
  const declared = /<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(ascii)?.[1];
  // Whoever says UTF-16 in bytes that read as ASCII is mistaken.
  return declared === undefined || /^utf-?16/i.test(declared) ? "utf-8" : declared.toLowerCase();
}

/** A decoder for the encoding, or null when nobody knows it. */
export function decoderFor(encoding: string): Decoder | null {
  if (encoding === "utf-8" || encoding === "utf8") return utf8();
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const read = (bytes?: Uint8Array): Decoded => {
      try {
        return { text: decoder.decode(bytes, { stream: bytes !== undefined }), broken: null };
      } catch {
        return { text: "", broken: `from here on the bytes are not ${encoding}` };
      }
    };
    return { read, end: () => read() };
  } catch {
    return null;
  }
}

const notUtf8 = "the bytes after this place are not UTF-8";

/**
 * UTF-8 that says where it breaks, which TextDecoder does not. Surrogates written as three bytes each (CESU-8, from old
 * databases) are let through: a pair becomes its character, a lone one is removed with the control characters.
 */
function utf8(): Decoder {
  let kept = Buffer.alloc(0);
  let first = true;
  const read = (piece: Uint8Array): Decoded => {
    let bytes =
      kept.length > 0 ? Buffer.concat([kept, piece]) : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    if (first && startsWith(bytes, [0xef, 0xbb, 0xbf])) bytes = bytes.subarray(3);
    first = false;
    const whole = bytes.length - unfinished(bytes);
    kept = Buffer.from(bytes.subarray(whole));
    const complete = bytes.subarray(0, whole);
    return isUtf8(complete) ? { text: complete.toString("utf8"), broken: null } : upToTheBreak(complete);
  };
  return { read, end: () => ({ text: "", broken: kept.length > 0 ? notUtf8 : null }) };
}

const lengthOf = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1);

/** How many bytes at the end begin a character that is not all there: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Reads character by character, for the rare piece that is not all UTF-8. */
function upToTheBreak(bytes: Buffer): Decoded {
  let text = "";
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = lengthOf(bytes[at] ?? 0);
    const one = bytes.subarray(at, at + length);
    if (isUtf8(one)) {
      at += length;
      continue;
    }
    text += bytes.toString("utf8", from, at);
    const [a = 0, b = 0, c = 0] = one;
    if (a !== 0xed || b < 0xa0 || b > 0xbf || c < 0x80 || c > 0xbf) return { text, broken: notUtf8 };
    text += String.fromCharCode(((a & 0xf) << 12) | ((b & 0x3f) << 6) | (c & 0x3f));
    at += length;
    from = at;
  }
  return { text: text + bytes.toString("utf8", from), broken: null };
}
