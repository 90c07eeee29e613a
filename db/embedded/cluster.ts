import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { Place } from "./place";
import { as, dataOf, runningPostmaster } from "./postmaster";
import { program } from "./programs";
import { refuseByLog, refuseFolder, StartRefused } from "./refused";

const run = promisify(execFile);
const version = "18";
/** Runs a program that ends when we do: nobody else would wait for what it makes. */
async function runWithUs(path: string, args: readonly string[], options: ReturnType<typeof as>) {
  const running = run(path, args, options);
  const goAsWell = () => void running.child.kill();
  process.once("exit", goAsWell);
  await running.finally(() => process.off("exit", goAsWell));
}

const failure = z.object({ stdout: z.string(), stderr: z.string() });

/** Makes the cluster when there is none, and says its password. Call it alone in the folder. */
export async function prepareCluster(place: Place, durable: boolean): Promise<string> {
  const { home } = place;
  if (existsSync(dataOf(home))) {
    refuseOtherVersion(home);
    await giveBack(place);
    return keptPassword(home);
  }
  try {
    await clearLeftovers(home);
    const password = randomBytes(24).toString("hex");
    await writeFile(join(home, "password"), password, { mode: 0o600 });
    if (place.account?.projectOwner) await chown(join(home, "password"), place.account.uid, place.account.gid);
    await initialise(place, password, durable);
    return password;
  } catch (error) {
    return refuseFolder(home, error);
  }
}

/** initdb works beside the name and the folder is renamed when whole, so one that was interrupted is simply begun anew. */
async function initialise({ home, programs, account }: Place, password: string, durable: boolean) {
  // An initdb whose Kith was killed may still be writing: names of our own keep the two apart.
  const data = join(home, `data.${process.pid}.new`);
  const file = join(home, `password.${process.pid}.new`);
  await mkdir(data, { mode: 0o700 });
  await writeFile(file, password, { mode: 0o600 });
  if (account) await Promise.all([data, file].map((path) => chown(path, account.uid, account.gid)));
  const asked = [
    `--pgdata=${data}`,
    "--username=kith",
    "--auth=scram-sha-256",
    `--pwfile=${file}`,
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-messages=C",
    "--no-instructions",
  ];
  const make = (locale: string) =>
    runWithUs(
      program(programs, "initdb"),
      [...asked, `--locale=${locale}`, ...(durable ? [] : ["--no-sync"])],
      as(account, home),
    );
  try {
    // Some systems know no C.UTF-8; the builtin provider does the sorting and casing either way.
    await make("C.UTF-8").catch((error: unknown) =>
      /invalid locale name/.test(said(error)) ? make("C") : Promise.reject(error),
    );
    await rename(data, dataOf(home));
  } catch (error) {
    if (said(error)) refuseByLog(home, "PostgreSQL could not make its cluster", said(error));
    throw error;
  } finally {
    await rm(file, { force: true });
  }
}

/** initdb lets the server it starts write to both of its outputs. */
function said(error: unknown): string {
  const { stdout, stderr } = failure.safeParse(error).data ?? { stdout: "", stderr: "" };
  return stdout + stderr;
}

async function clearLeftovers(home: string) {
  const left = (await readdir(home)).filter((name) => name.endsWith(".new"));
  for (const name of left) await rm(join(home, name), { recursive: true, force: true });
}

function refuseOtherVersion(home: string) {
  const file = join(dataOf(home), "PG_VERSION");
  const found = existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
  if (found === version) return;
  if (!found) throw new StartRefused(`${dataOf(home)} holds no PostgreSQL cluster: move it away and start Kith again.`);
  const age = Number(found) > Number(version) ? "newer" : "older";
  throw new StartRefused(
    `${dataOf(home)} was written by PostgreSQL ${found}, which is ${age} than the ${version} that Kith brings: start the Kith it belongs to, take a backup there and restore it here.`,
  );
}

function keptPassword(home: string): string {
  const file = join(home, "password");
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new StartRefused(
      `Kith cannot read ${file}, the password of its database: start it as the user who owns it.`,
      {
        cause: error,
      },
    );
  }
}

/** Files that root restored from a copy are root's; PostgreSQL wants its own. */
async function giveBack({ home, account }: Place) {
  if (!account || statSync(dataOf(home)).uid === account.uid || runningPostmaster(home)) return;
  await run("chown", ["-R", "-P", `${account.uid}:${account.gid}`, dataOf(home)]);
  await chmod(dataOf(home), 0o700);
}

/** The end of the log, as far as it can be read: at most 64 KB. */
export async function tailOf(path: string, since: number): Promise<string> {
  const log = await readFile(path).catch(() => Buffer.alloc(0));
  return log.subarray(Math.max(since, log.length - 65_536)).toString("utf8");
}
