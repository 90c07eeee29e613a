import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");

/** The programs that run outside Next, by the name they get in `dist`. */
const entries = {
  "text-worker": "server/platform/text/worker.ts",
  "feed-worker": "server/platform/feeds/worker.ts",
  main: "server/http/main.ts",
  cli: "server/cli/main.ts",
};

/** Bundles what runs outside Next into `dist/*.mjs`; packages stay in node_modules. Gives the names it has made. */
export async function bundle({ dev = false, only = Object.keys(entries) } = {}) {
  const { build } = await import("esbuild");
  const present = Object.entries(entries).filter(([name, path]) => only.includes(name) && existsSync(join(root, path)));
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    packages: "external",
    sourcemap: true,
    jsx: "automatic",
    jsxDev: dev,
    tsconfig: "tsconfig.json",
    logLevel: "warning",
    write: false,
  });
  await mkdir(join(root, "dist"), { recursive: true });
  await Promise.all(outputFiles.map(put));
  return present.map(([name]) => name);
}

/** Renamed into place, so that a process which starts meanwhile never reads half a program. */
async function put({ path, contents }) {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, contents);
  await rename(draft, path);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const started = performance.now();
  const made = await bundle({ dev: process.argv.includes("--dev") });
  console.log(`Bundled ${made.join(", ")} in ${Math.round(performance.now() - started)} ms`);
}
