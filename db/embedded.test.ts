import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { chown } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { unprivileged } from "./embedded/account";
import { folderFor, type Guest, guest, portIn, postmasterIn, smallProject, writePid } from "./embedded/guests";
import { isAlive } from "./embedded/lock";
import { refuseByLog } from "./embedded/refused";

// Each test starts several servers that truly write to the disk.
vi.setConfig({ testTimeout: 60_000 });

const root = process.getuid?.() === 0;
let project = "";
const there: Guest[] = [];
const folders: string[] = [];

beforeAll(async () => {
  project = await smallProject();
});
afterEach(async () => {
  for (const one of there.splice(0)) await one.leaves();
});
afterAll(() => {
  for (const folder of [project, ...folders]) rmSync(folder, { recursive: true, force: true });
});

const newFolder = (kind: Parameters<typeof folderFor>[0] = "anyone") => {
  const folder = folderFor(kind);
  folders.push(dirname(folder));
  return folder;
};

const arrives = async (folder: string, who?: { uid: number; gid: number }) => {
  const one = await guest(project, folder, who);
  there.push(one);
  return one;
};

const gone = async (pid: number) => {
  for (let i = 0; i < 200 && isAlive(pid); i++) await sleep(20);
  return !isAlive(pid);
};

describe("the embedded PostgreSQL", () => {
  test("is made on the first day and stopped by the last to leave", async () => {
    const first = await arrives(newFolder());
    expect(first).toMatchObject({ startedHere: true, visits: 1 });
    const pid = postmasterIn(first.dataFolder);
    expect(isAlive(pid)).toBe(true);
    await first.leaves();
    expect(await gone(pid)).toBe(true);
    expect(postmasterIn(first.dataFolder)).toBe(0);
  });

  test("is shared by a second Kith and stays until that one leaves too", async () => {
    const folder = newFolder();
    const first = await arrives(folder);
    const second = await arrives(folder);
    expect(second).toMatchObject({ startedHere: false, visits: 2 });
    await first.leaves();
    const third = await arrives(folder);
    expect(third).toMatchObject({ startedHere: false, visits: 3 });
  });

  test("is spoken to by a socket where only its own user may go", async () => {
    const { bySocket, dataFolder } = await arrives(newFolder());
    const socket = join(dataFolder, `.s.PGSQL.${portIn(dataFolder)}`);
    expect({ bySocket, isThere: existsSync(socket) }).toEqual({ bySocket: true, isThere: true });
    expect(statSync(dataFolder).mode & 0o077).toBe(0);
    expect(await arrives(newFolder("quoted"))).toMatchObject({ bySocket: true });
  });

  test("is spoken to over the loopback where there can be no socket", async () => {
    expect(await arrives(newFolder("deep"))).toMatchObject({ visits: 1, bySocket: false });
    const folder = newFolder();
    const first = await arrives(folder);
    const taken = join(first.dataFolder, `.s.PGSQL.${portIn(first.dataFolder)}`);
    await first.leaves();
    mkdirSync(taken);
    expect(await arrives(folder)).toMatchObject({ visits: 2, bySocket: false });
  });

  test("is one when two Kith start at the same moment on an empty folder", async () => {
    const folder = newFolder();
    const both = await Promise.all([arrives(folder), arrives(folder)]);
    expect(both.map((one) => one.startedHere).sort()).toEqual([false, true]);
    expect(both.map((one) => one.visits).sort()).toEqual([1, 2]);
  });

  test("survives kill -9 of its Kith, and the next one takes it over", async () => {
    const folder = newFolder();
    const first = await arrives(folder);
    const pid = postmasterIn(first.dataFolder);
    await first.dies();
    expect(isAlive(pid)).toBe(true);
    const next = await arrives(folder);
    expect(next).toMatchObject({ startedHere: false, visits: 2 });
    expect(postmasterIn(next.dataFolder)).toBe(pid);
  });

  test("recovers from kill -9 of its postmaster", async () => {
    const folder = newFolder();
    const first = await arrives(folder);
    process.kill(postmasterIn(first.dataFolder), "SIGKILL");
    expect(await arrives(folder)).toMatchObject({ visits: 2 });
  });

  test("is started again for a Kith that runs, where it was", async () => {
    const first = await arrives(newFolder());
    const [pid, port] = [postmasterIn(first.dataFolder), portIn(first.dataFolder)];
    process.kill(pid, "SIGKILL");
    await vi.waitUntil(() => ![0, pid].includes(postmasterIn(first.dataFolder)), { timeout: 20_000 });
    expect(portIn(first.dataFolder)).toBe(port);
  });

  test("is not taken for running because another program has its number", async () => {
    const folder = newFolder();
    const first = await arrives(folder);
    await first.leaves();
    writePid(first.dataFolder, process.pid);
    expect(await arrives(folder)).toMatchObject({ startedHere: true, visits: 2 });
  });

  test("refuses a cluster of a newer version in one sentence", async () => {
    const folder = newFolder();
    const first = await arrives(folder);
    await first.leaves();
    writeFileSync(join(first.dataFolder, "PG_VERSION"), "19\n");
    const { refused } = await arrives(folder);
    expect(refused).toMatch(/written by PostgreSQL 19, which is newer than the 18/);
  });

  test("says the last words of a PostgreSQL that dies at its start", async () => {
    const folder = newFolder();
    const first = await arrives(folder);
    await first.leaves();
    writeFileSync(join(first.dataFolder, "postgresql.conf"), "no_such_setting = 1\n");
    const { refused } = await arrives(folder);
    expect(refused).toMatch(/ended while it started .*no_such_setting/);
  });
});

test.each([
  'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 9\nHINT:  Check free disk space.',
  'PANIC:  could not write to file "pg_wal/xlogtemp.31": No space left on device',
])("a full disk is called one, however PostgreSQL puts it", (log) => {
  expect(() => refuseByLog(project, "PostgreSQL ended while it started", log)).toThrow(
    /The disk that holds .* is full/,
  );
});

describe.skipIf(!root)("the embedded PostgreSQL, started by root (skipped for anybody else)", () => {
  test("lives elsewhere when the home folder is closed to others, and is found there again", async () => {
    const folder = newFolder("home");
    const first = await arrives(folder);
    folders.push(dirname(first.dataFolder));
    expect(first).toMatchObject({ startedHere: true, visits: 1 });
    expect(first.dataFolder.startsWith(folder)).toBe(false);
    expect(existsSync(join(folder, "postgres.json"))).toBe(true);
    await first.leaves();
    expect(await arrives(folder)).toMatchObject({ dataFolder: first.dataFolder, visits: 2 });
  });

  test("runs as an unprivileged user, who may write nothing but the cluster", async () => {
    const folder = newFolder();
    const first = await arrives(folder);
    const user = unprivileged(project);
    expect(statSync(first.dataFolder).uid).toBe(user.uid);
    expect(statSync(join(folder, "postgres")).uid).toBe(0);
    expect(statSync(join(folder, "postgres", "password")).mode & 0o777).toBe(0o600);
  });

  test("runs for a normal user from the packages as they are", async () => {
    const folder = newFolder();
    const { uid, gid } = unprivileged(project);
    await chown(folder, uid, gid);
    const first = await arrives(folder, { uid, gid });
    expect(first).toMatchObject({ startedHere: true, dataFolder: join(folder, "postgres", "data"), visits: 1 });
    expect(statSync(first.dataFolder).uid).toBe(uid);
  });

  test("tells a normal user that a folder is not theirs", async () => {
    const { uid, gid } = unprivileged(project);
    const { refused } = await arrives(newFolder(), { uid, gid });
    expect(refused).toMatch(/cannot write in its data folder .* \(EACCES\)/);
  });
});
