import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StartRefused } from "./refused";

/** Whom PostgreSQL runs as when Kith is root; `projectOwner` when that is the person whose project this is. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
  projectOwner: boolean;
}

interface Entry {
  name: string;
  uid: number;
  gid: number;
}

export const isRoot = () => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root, so root lends it a name: `kith` when there is such a user, else whoever owns the
 * project, else `postgres`, else `nobody`. It must stand in /etc/passwd, where initdb looks it up.
 * @throws StartRefused when there is none of them.
 */
export function unprivileged(projectFolder: string): Account {
  const everybody = entries().filter((entry) => entry.uid !== 0);
  const named = (name: string) => everybody.find((entry) => entry.name === name);
  const owner = everybody.find((entry) => entry.uid === statSync(projectFolder).uid);
  const chosen = named("kith") ?? owner ?? named("postgres") ?? named("nobody");
  if (!chosen) {
    throw new StartRefused(
      "PostgreSQL does not run as root, and this system has no user kith, postgres or nobody to run it as: add a user kith.",
    );
  }
  return { ...chosen, projectOwner: chosen === owner };
}

/** The account a cluster already belongs to, or undefined when it is root's (a restored copy) or a stranger's. */
export function accountOf(uid: number, projectFolder: string): Account | undefined {
  const entry = uid === 0 ? undefined : entries().find((other) => other.uid === uid);
  return entry && { ...entry, projectOwner: uid === statSync(projectFolder).uid };
}

/** Whether `who` may walk down to `folder`. Mode bits only: access lists can only say yes more often. */
export function mayEnter({ uid, gid }: { uid: number; gid: number }, folder: string): boolean {
  const at = statSync(folder);
  const digit = at.uid === uid ? 0o100 : at.gid === gid ? 0o010 : 0o001;
  if ((at.mode & digit) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || mayEnter({ uid, gid }, parent);
}

function entries(): Entry[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter(([name, , uid, gid]) => name && uid && gid && !name.startsWith("#"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
