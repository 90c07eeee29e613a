import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, StartRefused } from "./refused";

/** A holder says every second that it is alive; one that was silent this long was suspended or its pid is another's. */
const silence = 15_000;
/** initdb on a slow disk, or a recovery, may take this long while somebody waits. */
const patience = 180_000;

/**
 * Runs `work` while no other process on this machine does the same in `folder`. The lock is a file with the holder's
 * pid; a holder that was killed is noticed and its lock taken over.
 * @throws StartRefused after three minutes of waiting.
 */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, "lock");
  const until = Date.now() + patience;
  while (!take(lock)) {
    if (Date.now() > until) {
      throw new StartRefused(
        `Another Kith has been starting or stopping in ${folder} for three minutes: stop it first.`,
      );
    }
    removeStale(lock);
    await sleep(20 + Math.random() * 30);
  }
  const alive = setInterval(() => touch(lock), 1000);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    rmSync(lock, { force: true });
  }
}

/** A link appears with its content or not at all, so nobody ever reads a lock without a pid. */
function take(lock: string): boolean {
  const mine = `${lock}.${randomUUID()}`;
  try {
    writeFileSync(mine, String(process.pid));
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Only one of those who wait may clear away a dead holder's lock, or it might take a living one that came after. */
function removeStale(lock: string) {
  if (!stale(lock)) return;
  const guard = `${lock}.clearing`;
  try {
    mkdirSync(guard);
  } catch {
    if (ageOf(guard) > silence) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    if (stale(lock)) rmSync(lock, { force: true });
  } finally {
    rmdirSync(guard);
  }
}

function stale(lock: string): boolean {
  try {
    return !isAlive(Number(readFileSync(lock, "utf8"))) || ageOf(lock) > silence;
  } catch {
    return false;
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(path: string) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Somebody cleared the data folder away under us; whatever is being done there will say so itself.
  }
}

/** Whether a process has this number; somebody else's counts as well. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
