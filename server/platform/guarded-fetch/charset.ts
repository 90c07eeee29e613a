const marks: [number[], string][] = [
  [[0xff, 0xfe, 0, 0], "utf-32le"],
  [[0, 0, 0xfe, 0xff], "utf-32be"],
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
  [[0x3c, 0, 0, 0], "utf-32le"],
  [[0, 0, 0, 0x3c], "utf-32be"],
  [[0x3c, 0], "utf-16le"],
  [[0, 0x3c], "utf-16be"],
];

/**
 * Bytes as text. The charset is what the first bytes show, then what the answer said (`declared`, from Content-Type),
 * then what the document says of itself, then UTF-8; where that does not fit, windows-1252, which fits anything.
 */
export function decode(body: Uint8Array, declared: string | null = null): string {
  const shown = marks.find(([bytes]) => bytes.every((byte, at) => body[at] === byte))?.[1];
  const named = [shown, declared, saidInside(body), "utf-8", "windows-1252"];
  for (const charset of named) {
    const text = charset ? attempt(body, charset) : null;
    if (text !== null) return text;
  }
  return new TextDecoder("windows-1252").decode(body);
}

function attempt(body: Uint8Array, charset: string): string | null {
  const name = charset.trim().toLowerCase();
  if (/^utf-?32/.test(name)) return fromUtf32(body, !name.endsWith("be"));
  try {
    return new TextDecoder(name, { fatal: true }).decode(body);
  } catch {
    // An unknown name, or bytes that it cannot hold: the next one is tried.
    return null;
  }
}

/** The XML declaration, or a page's own <meta>, both in the first kilobyte. */
function saidInside(body: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(body.subarray(0, 1024));
  return (
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ??
    /<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1]
  );
}

function fromUtf32(body: Uint8Array, little: boolean): string | null {
  if (body.length % 4 !== 0) return null;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at < body.length; at += 4) {
    const point = view.getUint32(at, little);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    if (point !== 0xfeff || at > 0) pieces.push(String.fromCodePoint(point));
  }
  return pieces.join("");
}
