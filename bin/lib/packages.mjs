import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { homeFolder, root as projectRoot, Refused, readJson, within } from "./ground.mjs";
import { runQuietly } from "./run.mjs";

const stampFile = (root) => join(root, "node_modules", ".kith.json");

/** Whether node_modules is what package-lock.json asks for, on this platform. */
export function packagesAreThere(root = projectRoot) {
  const lock = fingerprint(root);
  const kept = readJson(stampFile(root))?.lock;
  if (kept !== undefined) return kept === lock;
  if (!installedByHand(root)) return false;
  writeFileSync(stampFile(root), JSON.stringify({ lock }));
  return true;
}

const fingerprint = (root) =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(`${process.platform}-${process.arch}`)
    .digest("hex");

/** Somebody ran `npm ci` before us: npm's own record of what it installed agrees with the lockfile. */
function installedByHand(root) {
  const there = readJson(join(root, "node_modules", ".package-lock.json"))?.packages;
  const asked = readJson(join(root, "package-lock.json"))?.packages;
  if (!there || !asked) return false;
  return Object.entries(asked).every(
    ([path, { version, optional, peer }]) =>
      path === "" || (there[path] ? there[path].version === version : Boolean(optional || peer)),
  );
}

/** Installs exactly what the lockfile says. @throws Refused with npm's last words. */
export async function installPackages() {
  const { program, args, shell } = npm();
  const flags = ["ci", "--no-audit", "--no-fund", "--include=dev", "--include=optional", "--loglevel=error"];
  const home = homeFolder();
  const env = { ...process.env, HOME: home };
  if (home !== process.env.HOME && !process.env.npm_config_cache) env.npm_config_cache = join(home, ".npm");
  const { code, output } = await runQuietly(program, [...args, ...flags], { env, shell });
  if (code !== 0) throw new Refused(`npm ci did not succeed (exit code ${code}):\n${output.trim()}`);
  writeFileSync(stampFile(projectRoot), JSON.stringify({ lock: fingerprint(projectRoot) }));
  if (!existsSync(within("node_modules"))) throw new Refused("npm ci said it succeeded, and there is no node_modules.");
}

/** The npm that called us, when one did; else the one on the path. */
function npm() {
  const caller = process.env.npm_execpath;
  if (caller && /npm-cli\.[cm]?js$/.test(caller) && existsSync(caller)) {
    return { program: process.execPath, args: [caller], shell: false };
  }
  return { program: "npm", args: [], shell: process.platform === "win32" };
}
