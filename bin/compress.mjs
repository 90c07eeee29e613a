import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { within } from "./lib/ground.mjs";

const text = /\.(js|mjs|css|html|svg|json|txt|xml|webmanifest|map|ico)$/;
/** Below this a compressed answer saves no packet. */
const least = 1024;

const ways = {
  br: (content) =>
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  gz: (content) => promisify(gzip)(content, { level: 9 }),
};

/**
 * Puts `name.br` and `name.gz` beside every text file over 1 KB, where that is smaller, so that serving costs nothing.
 * A compressed file bears its source's time: one that agrees is not made again, one without a source is removed.
 * @returns how many files were compressed
 */
export async function compressFolder(folder) {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const made = files.filter((path) => /\.(br|gz)$/.test(path));
  for (const path of made) if (!existsSync(path.slice(0, -3))) rmSync(path);
  const sources = files.filter((path) => text.test(path) && statSync(path).size > least);
  // Four at a time, which is how many Node compresses at once.
  const queue = sources.values();
  let count = 0;
  const worker = async () => {
    for (const path of queue) count += await compressFile(path);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return count;
}

async function compressFile(path) {
  const { atime, mtime, mtimeMs, size } = statSync(path);
  const stale = Object.keys(ways).filter(
    (ending) =>
      Math.round(statSync(`${path}.${ending}`, { throwIfNoEntry: false })?.mtimeMs ?? 0) !== Math.round(mtimeMs),
  );
  if (stale.length === 0) return 0;
  const content = await readFile(path);
  for (const ending of stale) {
    const compressed = await ways[ending](content);
    rmSync(`${path}.${ending}`, { force: true });
    if (compressed.length >= size) continue;
    writeFileSync(`${path}.${ending}`, compressed);
    utimesSync(`${path}.${ending}`, atime, mtime);
  }
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of [within(".next", "static"), within("public")]) {
    process.stdout.write(`${await compressFolder(folder)} files compressed in ${folder}\n`);
  }
}
