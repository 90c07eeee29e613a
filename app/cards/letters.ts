import { inflateSync } from "node:zlib";

/**
 * The letters a font file (WOFF 1.0) has a shape for, by its character map of the basic plane (format 4).
 * @throws where it is no such file: it came with a package, so then the package is not what it was
 */
export function lettersIn(woff: Buffer): Set<number> {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("This is no WOFF font.");
  const map = tableOf(woff, "cmap");
  for (let nth = 0; nth < map.readUInt16BE(2); nth += 1) {
    const at = map.readUInt32BE(4 + nth * 8 + 4);
    if (map.readUInt16BE(at) === 4) return lettersOfFormat4(map.subarray(at));
  }
  throw new Error("This font has no character map of format 4.");
}

/** A table of the font by its name, unpacked. */
function tableOf(woff: Buffer, name: string): Buffer {
  for (let nth = 0; nth < woff.readUInt16BE(12); nth += 1) {
    const entry = woff.subarray(44 + nth * 20);
    if (entry.toString("latin1", 0, 4) !== name) continue;
    const [offset, packed, whole] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
    const bytes = woff.subarray(offset, offset + packed);
    return packed < whole ? inflateSync(bytes) : bytes;
  }
  throw new Error(`This font has no table ${name}.`);
}

/** Runs of letters: where each ends, where it begins, and how its letters lead to shapes; shape 0 is the empty box. */
function lettersOfFormat4(map: Buffer): Set<number> {
  const letters = new Set<number>();
  const half = map.readUInt16BE(6);
  for (let run = 0; run < half; run += 2) {
    const last = map.readUInt16BE(14 + run);
    const first = map.readUInt16BE(16 + half + run);
    const shift = map.readUInt16BE(16 + 2 * half + run);
    const rangeAt = 16 + 3 * half + run;
    const range = map.readUInt16BE(rangeAt);
    for (let letter = first; letter <= last && letter < 0xffff; letter += 1) {
      const listed = range === 0 ? letter : map.readUInt16BE(rangeAt + range + 2 * (letter - first));
      if (listed !== 0 && (listed + shift) % 0x10000 !== 0) letters.add(letter);
    }
  }
  return letters;
}
