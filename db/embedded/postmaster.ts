import { execFile, execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./lock";
import type { Place } from "./place";
import { program } from "./programs";

const tenMegabytes = 10 * 1024 * 1024;
export const logOf = (home: string) => join(home, "postgres.log");
export const dataOf = (home: string) => join(home, "data");

/** Small on purpose: one community on one machine. 60 connections are a pool of 20 for two Kith, jobs and a person. */
const settings = {
  listen_addresses: "127.0.0.1",
  shared_buffers: "128MB",
  max_connections: "60",
  min_wal_size: "48MB",
  max_wal_size: "512MB",
  logging_collector: "off",
  log_timezone: "UTC",
  timezone: "UTC",
  lc_messages: "C",
  jit: "off",
};
const fragile = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** A postmaster that was started here. */
export interface Started {
  port: number;
  /** True when it has gone. */
  ended: () => boolean;
  /** Until this is called it goes when we go: a process asked to stop while it starts has nothing to close yet. */
  settled: () => void;
}

/** The longest path of a socket, in bytes, that every system takes, less its name: macOS has room for 103. */
const longestFolder = 103 - "/.s.PGSQL.65535".length;

/**
 * The folder of PostgreSQL's socket, which only its own user and root may enter: a statement over it costs half of what
 * it costs over the loopback (docs/performance.md). Null where there can be none: on Windows, and far down.
 */
export function socketFolder(home: string): string | null {
  const folder = realpathSync(dataOf(home));
  return process.platform !== "win32" && Buffer.byteLength(folder) <= longestFolder ? folder : null;
}

/** How PostgreSQL is started, beside where. */
export interface How {
  durable: boolean;
  /** The port it listens on; left out, the one it had last, or any when that is taken. */
  port?: number | undefined;
  /** Where its socket is made; null: it is reached by the loopback alone. */
  socket: string | null;
}

/** Starts PostgreSQL in a session of its own: Ctrl-C in our terminal does not reach it, and it outlives kill -9 of us. */
export async function startPostmaster({ home, programs, account }: Place, how: How): Promise<Started> {
  const port = how.port ?? (await freePort(lastPort(home)).catch(() => freePort()));
  const log = openLog(logOf(home));
  const listening = {
    port: String(port),
    unix_socket_directories: how.socket ? `"${how.socket.replaceAll('"', '""')}"` : "",
  };
  const set = Object.entries({ ...settings, ...listening, ...(how.durable ? {} : fragile) });
  try {
    const child = spawn(
      program(programs, "postgres"),
      ["-D", realpathSync(dataOf(home)), ...set.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      { ...as(account, home), detached: true, windowsHide: true, stdio: ["ignore", log, log] },
    );
    let ended = false;
    child.once("exit", () => {
      ended = true;
    });
    await new Promise((resolve, reject) => child.once("spawn", resolve).once("error", reject));
    child.unref();
    const goAsWell = () => void child.kill("SIGINT");
    process.once("exit", goAsWell);
    return { port, ended: () => ended, settled: () => void process.off("exit", goAsWell) };
  } finally {
    closeSync(log);
  }
}

/** How a program of PostgreSQL is run: as the lent user, in a folder it may enter, with next to nothing of our environment. */
export function as(account: Place["account"], folder: string) {
  const kept = ["PATH", ...(process.platform === "win32" ? ["SystemRoot", "TEMP"] : [])];
  const environment = Object.fromEntries(kept.map((name) => [name, process.env[name]]));
  return {
    cwd: folder,
    env: { ...environment, NODE_ENV: process.env.NODE_ENV, HOME: folder, PGTZ: "UTC" },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  };
}

/** The running postmaster of a cluster after its own pid file, or undefined when none runs. A stale file is removed. */
export function runningPostmaster(home: string): { pid: number; port: number; socket: string | null } | undefined {
  const file = join(dataOf(home), "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const [pid = 0, , , port = 0] = lines.map(Number);
  if (isPostmasterOf(pid, home)) return { pid, port, socket: lines[4] || null };
  rmSync(file, { force: true });
  return undefined;
}

/** Whether `pid` is a postmaster of this cluster: after a crash its number may have gone to any other program. */
function isPostmasterOf(pid: number, home: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === "win32") return true;
  const command = commandOf(pid);
  return command.includes("postgres") && command.includes(realpathSync(dataOf(home)));
}

/** A zombie has no command line, which is right: it has ended. */
function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** Fast shutdown; when four seconds are not enough an immediate one, which the next start recovers from. */
export async function stopPostmaster({ home, programs }: Place): Promise<void> {
  for (const [signal, patience] of [
    ["INT", 4000],
    ["QUIT", 1500],
    ["KILL", 500],
  ] as const) {
    const running = runningPostmaster(home);
    if (!running) return;
    send(running.pid, signal, programs);
    const until = Date.now() + patience;
    while (Date.now() < until && runningPostmaster(home)) await sleep(10);
  }
}

function send(pid: number, signal: "INT" | "QUIT" | "KILL", programs: string) {
  // Windows has no signals: pg_ctl speaks to the postmaster by a pipe.
  if (process.platform === "win32")
    execFile(program(programs, "pg_ctl"), ["kill", signal, String(pid)], () => undefined);
  else if (isAlive(pid)) process.kill(pid, `SIG${signal}`);
}

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > tenMegabytes) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o640);
}

/** The port in the command line that PostgreSQL keeps beside its cluster: whoever knew it still finds it there. */
function lastPort(home: string): number | undefined {
  const file = join(dataOf(home), "postmaster.opts");
  return existsSync(file) ? Number(/port=(\d+)/.exec(readFileSync(file, "utf8"))?.[1]) || undefined : undefined;
}

/**
 * A port nobody listens on now: `wanted`, or any. Somebody may be quicker than PostgreSQL, so whoever starts it tries
 * again. Rejects when the wanted one is taken.
 */
function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
