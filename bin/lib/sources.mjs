import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { readJson } from "./ground.mjs";

const folders = ["app", "components", "server", "db", "public"];
const topFiles = /\.(json|m?js|ts)$/;
/** What changes nothing in a build: tests, what the build writes itself, and notes of the tools. */
const apart =
  /\.test\.(tsx?|mjs)$|^server\/testing\/|\.(br|gz|tsbuildinfo)$|^next-env\.d\.ts$|^(biome|knip)\.json$|(^|\/)\./;

/** Every file a build is made from, as paths from `root` with forward slashes. */
export function listSources(root) {
  const here = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && topFiles.test(entry.name),
  );
  const found = [...here.map((entry) => entry.name), "bin/bundle.mjs"];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else found.push(relative(root, path).split("\\").join("/"));
    }
  };
  for (const folder of folders) if (existsSync(join(root, folder))) walk(join(root, folder));
  return found.filter((path) => !apart.test(path) && existsSync(join(root, path))).sort();
}

/**
 * The files with their time, size and hash. A file whose time and size are those of `known` is not read again, so
 * asking whether anything changed costs a few milliseconds.
 * @returns `{ [path]: [mtime, size, hash] }`
 */
export function inventory(root, known = {}) {
  const entries = listSources(root).map((path) => {
    const { mtimeMs, size } = statSync(join(root, path));
    const before = known[path];
    if (before && before[0] === mtimeMs && before[1] === size) return [path, before];
    return [
      path,
      [
        mtimeMs,
        size,
        createHash("sha256")
          .update(readFileSync(join(root, path)))
          .digest("hex"),
      ],
    ];
  });
  return Object.fromEntries(entries);
}

/** Whether two inventories hold the same files with the same content, whenever they were written. */
export function sameContent(one, other) {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name][2] === other[name]?.[2]);
}

/**
 * Remembers in the file `stamp` what a product was made from.
 * `isFresh()` answers without reading what was not touched; `keep()` says that the product is made.
 */
export function stampOf(root, stamp, needs = []) {
  const kept = readJson(stamp);
  const now = inventory(root, kept?.sources);
  const write = (sources) => {
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, JSON.stringify({ sources }));
  };
  return {
    isFresh: () => {
      const fresh = Boolean(kept?.sources) && needs.every((path) => existsSync(path)) && sameContent(now, kept.sources);
      if (fresh && Object.keys(now).some((path) => now[path] !== kept.sources[path])) write(now);
      return fresh;
    },
    keep: () => {
      // Next may complete tsconfig.json while it builds; that is no reason to build again.
      const after = inventory(root, now);
      write({ ...now, ...(after["tsconfig.json"] ? { "tsconfig.json": after["tsconfig.json"] } : {}) });
    },
  };
}
