import { z } from "zod";

/** Words that would let somebody pass for the house, or that stand in our own addresses. */
const reserved = [
  "abuse",
  "account",
  "admin",
  "administrator",
  "anonymous",
  "api",
  "app",
  "atom",
  "auth",
  "comments",
  "contact",
  "dev",
  "editor",
  "enter",
  "everyone",
  "feed",
  "feeds",
  "files",
  "guest",
  "help",
  "hostmaster",
  "imports",
  "info",
  "join",
  "kith",
  "log",
  "login",
  "logout",
  "mail",
  "me",
  "member",
  "members",
  "mod",
  "moderation",
  "moderator",
  "moderators",
  "mods",
  "network",
  "news",
  "nobody",
  "notifications",
  "null",
  "official",
  "owner",
  "postmaster",
  "posts",
  "privacy",
  "queue",
  "requests",
  "root",
  "rss",
  "search",
  "security",
  "settings",
  "signin",
  "signup",
  "site",
  "staff",
  "status",
  "support",
  "sysadmin",
  "system",
  "team",
  "terms",
  "undefined",
  "webmaster",
  "write",
  "www",
];

/**
 * Folds look-alikes together, so that two handles a reader could take for one another have the same skeleton:
 * separators go, digits become the letters they imitate, and letter pairs that look like one letter become it.
 * The idea is that of Unicode's confusables (UTS #39, section 4), cut down to the 38 characters a handle may have.
 */
export function skeletonOf(handle: string): string {
  return handle
    .toLowerCase()
    .replaceAll(/[-_]/g, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("cl", "d")
    .replaceAll("0", "o")
    .replaceAll(/[1i!]/g, "l")
    .replaceAll("5", "s")
    .replaceAll("3", "e")
    .replaceAll("4", "a")
    .replaceAll("8", "b")
    .replaceAll("9", "g");
}

const reservedSkeletons = new Set(reserved.map(skeletonOf));

/** True for a handle that is, or looks like, one the house keeps for itself. */
export const isReserved = (handle: string): boolean => reservedSkeletons.has(skeletonOf(handle));

/** A handle as it is typed: 3 to 30 of a-z, 0-9, `_` and `-`, beginning with a letter or a digit; capitals are folded. */
export const handle = z
  .string()
  .trim()
  .toLowerCase()
  .min(3, "A handle has at least 3 characters")
  .max(30, "A handle has at most 30 characters")
  .regex(/^[a-z0-9_-]+$/, "A handle is made of the letters a to z, digits, _ and -")
  .regex(/^[a-z0-9].*[a-z0-9]$/, "A handle begins and ends with a letter or a digit")
  .refine((name) => !isReserved(name), "This handle is kept for the house");
