import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "./kith";

const project = join(import.meta.dirname, "../..");

/** A Kith that was launched, whether or not it came up. */
export interface Running {
  pid: number;
  url: string;
  /** What it wrote so far: on both outputs, and on standard error alone. */
  said: () => string;
  complained: () => string;
  /** Its exit code, when it has ended. */
  ended: Promise<number | null>;
  /** Resolves when it says where it is; rejects when it ends before. */
  up: () => Promise<void>;
  /** Sends a signal, to its whole process group when asked, and says how it ended and after how many milliseconds. */
  told: (signal: NodeJS.Signals, to?: "it" | "its group") => Promise<{ code: number | null; ms: number }>;
  status: (path: string) => Promise<number>;
}

export interface Launch {
  data: string;
  env?: Record<string, string>;
  args?: string[];
  /** `npm start` runs the second, which runs the first. */
  program?: "dist/main.mjs" | "bin/start.mjs";
}

const launched: { pid: number; ended: Promise<number | null> }[] = [];
const folders: string[] = [];

/** Starts a Kith in a process group of its own, as a terminal would. */
export async function launch({ data, env = {}, args = [], program = "dist/main.mjs" }: Launch): Promise<Running> {
  const port = env.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [join(project, program), ...args], {
    cwd: project,
    detached: true,
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      LOG_LEVEL: "silent",
      PORT: port,
      KITH_DATA: data,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let complained = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    complained += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const pid = child.pid ?? 0;
  launched.push({ pid, ended });
  const url = `http://localhost:${port}`;
  const isUp = () => said.includes("Kith is at");
  return {
    pid,
    url,
    said: () => said,
    complained: () => complained,
    ended,
    up: async () => {
      await until(() => isUp() || child.exitCode !== null, `Kith to start:\n${said}`, 30_000);
      if (!isUp()) throw new Error(`Kith ended with ${child.exitCode}:\n${said}`);
    },
    told: async (signal, to = "it") => {
      const since = performance.now();
      process.kill(to === "it" ? pid : -pid, signal);
      return { code: await ended, ms: performance.now() - since };
    },
    status: async (path) => (await fetch(url + path, { signal: AbortSignal.timeout(10_000) })).status,
  };
}

/** A data folder that the user whom root lends to PostgreSQL may enter. */
export function newData(): string {
  const folder = mkdtempSync(join(tmpdir(), "kith-process-"));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

/** Ends what a story left running. */
export async function endAll(): Promise<void> {
  for (const { pid, ended } of launched.splice(0)) {
    if (isAlive(pid)) process.kill(pid, "SIGTERM");
    await Promise.race([ended, sleep(6_000)]);
  }
}

/** Ends everything, also a PostgreSQL that nobody stopped, and forgets the data folders. */
export async function clearAway(): Promise<void> {
  await endAll();
  for (const folder of folders.splice(0)) {
    const pid = postgresOf(folder);
    // A process that a failed story left stopped ends only when it may go on.
    if (isAlive(pid)) for (const signal of ["SIGCONT", "SIGQUIT"] as const) process.kill(pid, signal);
    await until(() => !isAlive(pid), "PostgreSQL to end");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The number of the embedded PostgreSQL's process, or 0 when its data folder says none runs. */
export const postgresOf = (data: string): number => lineOf(data, 0);

function lineOf(data: string, line: number): number {
  const file = join(data, "postgres/data/postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[line]) : 0;
}

/** The address of the embedded database of a data folder, as long as it runs. */
export const databaseOf = (data: string): string =>
  `postgresql://kith:${readFileSync(join(data, "postgres/password"), "utf8").trim()}@127.0.0.1:${lineOf(data, 3)}/kith`;

/** Asks a database by a connection of its own. */
export async function asking<Answer>(url: string, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: url, application_name: "story" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether a process runs. One that has ended and that nobody has asked after yet does not: it has no command line. */
export function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`).length > 0;
  } catch {
    return false;
  }
}

/** Waits until something is true, and says how many milliseconds that took. */
export async function until(is: () => boolean | Promise<boolean>, what: string, most = 15_000): Promise<number> {
  const since = performance.now();
  while (!(await is())) {
    if (performance.now() - since > most) throw new Error(`Waited ${most} ms for ${what}`);
    await sleep(25);
  }
  return performance.now() - since;
}
