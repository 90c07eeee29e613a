import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, whatever the folder we were called from. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const within = (...parts) => join(root, ...parts);

/** Kith cannot go on, and one sentence says why. */
export class Refused extends Error {}

/** @returns the parsed file, or undefined when there is none or it is torn. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * The Node 24 that runs Kith: the one that came with the packages, else the one that runs this, when it is new enough
 * (24.7 is the first with argon2).
 * @throws Refused when there is neither.
 */
export function findNode({ modules = within("node_modules"), own = process.versions.node } = {}) {
  const system = process.platform === "win32" ? "win" : process.platform;
  const brought = join(modules, `node-${system}-${process.arch}`, "bin", system === "win" ? "node.exe" : "node");
  if (isRunnable(brought)) return brought;
  const [major = 0, minor = 0] = own.split(".").map(Number);
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath;
  throw new Refused(
    `Kith runs on Node 24.7 or later, and npm has none to bring for ${process.platform}-${process.arch}: install Node 24 and run this again (this is ${own}).`,
  );
}

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Our environment for a program run by `node`: whatever it starts as "node" is the same one. */
export function environment(node, more = {}) {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter),
    ...more,
  };
}

/** A home that can be written: the user's own, else a folder of ours (npm and browsers want one to keep things in). */
export function homeFolder() {
  const own = process.env.HOME || homedir();
  try {
    accessSync(own, constants.W_OK);
    return own;
  } catch {
    const ours = join(tmpdir(), `kith-home-${process.getuid?.() ?? 0}`);
    if (!existsSync(ours)) mkdirSync(ours, { mode: 0o700 });
    return ours;
  }
}
