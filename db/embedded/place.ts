import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { chmod, chown, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Account, accountOf, isRoot, mayEnter, unprivileged } from "./account";
import { findPackage, ownFolder, runnableByOthers, runnableHere } from "./programs";
import { refuseFolder, StartRefused } from "./refused";

/** Where a cluster lives, what runs it, and as whom (undefined: as ourselves). */
export interface Place {
  /** Holds the cluster's folder `data`, its password, its log and the lock. */
  home: string;
  programs: string;
  account: Account | undefined;
}

/** For which folder a cluster was put elsewhere; a copy of the folder must not open the original's database. */
const elsewhere = z.object({ folder: z.string(), cluster: z.string() });

/**
 * Decides where the cluster of a data folder lives. For a normal user: inside. For root: inside as long as an
 * unprivileged user can walk there, else under /var/lib/kith, which the file `postgres.json` then says for good.
 * @throws StartRefused when a folder cannot be written or belongs to another.
 */
export async function settle(folder: string, shelter = "/var/lib/kith"): Promise<Place> {
  const from = findPackage();
  const made = await mkdir(folder, { recursive: true }).catch((error: unknown) => refuseFolder(folder, error));
  if (!isRoot()) {
    const home = await ourHome(join(folder, "postgres"));
    return { home, programs: await runnableHere(from, home), account: undefined };
  }
  if (made) await chmod(folder, 0o711);
  const account = ownerOf(join(folder, "postgres"), from.project);
  const home =
    elsewhereFor(folder) ?? (mayEnter(account, folder) ? join(folder, "postgres") : await move(folder, shelter));
  return lend(home, from);
}

async function lend(home: string, from: ReturnType<typeof findPackage>): Promise<Place> {
  const account = ownerOf(home, from.project);
  await mkdir(home, { recursive: true }).catch((error: unknown) => refuseFolder(home, error));
  // Only root writes here, lest the lent name plants a link where root writes; the project's owner is trusted anyway.
  if (account.projectOwner) await chown(home, account.uid, account.gid);
  await chmod(home, 0o711);
  return { home, programs: await runnableByOthers(from), account };
}

/** A cluster keeps the owner it has, also when a user `kith` is made later; one that is root's was restored by root. */
function ownerOf(home: string, project: string): Account {
  const data = join(home, "data");
  return (existsSync(data) ? accountOf(statSync(data).uid, project) : undefined) ?? unprivileged(project);
}

async function ourHome(home: string): Promise<string> {
  await mkdir(home, { recursive: true, mode: 0o700 }).catch((error: unknown) => refuseFolder(home, error));
  const data = join(home, "data");
  for (const path of [home, data]) {
    if (existsSync(path) && statSync(path).uid !== process.getuid?.() && process.getuid) {
      throw new StartRefused(
        `${path} belongs to another user: start Kith as that user, or give it to yourself with chown.`,
      );
    }
  }
  return home;
}

function elsewhereFor(folder: string): string | undefined {
  const file = join(folder, "postgres.json");
  if (!existsSync(file)) return undefined;
  const kept = elsewhere.parse(JSON.parse(readFileSync(file, "utf8")));
  const here = realpathSync(folder);
  if (kept.folder === here || !existsSync(join(kept.folder, "postgres.json"))) return kept.cluster;
  throw new StartRefused(
    `${here} is a copy of ${kept.folder}, whose database is ${kept.cluster}: remove ${file} to begin here with an empty one.`,
  );
}

async function move(folder: string, shelter: string): Promise<string> {
  const here = realpathSync(folder);
  const usable = await ownFolder(shelter).catch(() => false);
  if (!usable) {
    throw new StartRefused(
      `PostgreSQL runs as an unprivileged user, who may enter neither ${here} nor ${shelter}: name a folder in KITH_DATA that others may enter.`,
    );
  }
  const cluster = join(shelter, createHash("sha256").update(here).digest("hex").slice(0, 16));
  await writeFile(join(folder, "postgres.json"), `${JSON.stringify({ folder: here, cluster }, null, 2)}\n`);
  return cluster;
}
