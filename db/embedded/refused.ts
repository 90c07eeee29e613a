import { statfsSync } from "node:fs";

/** Kith cannot start, for a reason an operator can act on: one sentence, printed instead of a stack. */
export class StartRefused extends Error {
  readonly sentence: string;

  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "StartRefused";
    this.sentence = sentence;
  }
}

/** What the system calls its refusal (`ENOSPC`, `EACCES`, a five character SQLSTATE …), or "" when it gave no name. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** The sentence for what the file system said about `folder`; anything else goes on as it is. */
export function refuseFolder(folder: string, error: unknown): never {
  const code = codeOf(error);
  // 53100 is what PostgreSQL calls it.
  if (["ENOSPC", "EDQUOT", "53100"].includes(code)) throw diskFull(folder, error);
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(code)) {
    throw new StartRefused(
      `Kith cannot write in its data folder ${folder} (${code}): give it to the user who runs Kith, or name another one in KITH_DATA.`,
      { cause: error },
    );
  }
  throw error;
}

export const diskFull = (folder: string, cause?: unknown) =>
  new StartRefused(`The disk that holds ${folder} is full: make some room there and start Kith again.`, { cause });

/** A disk this full keeps PostgreSQL even from writing why it ended. */
const leastRoom = 1024 * 1024;

/** What PostgreSQL left in its log when it died, as a sentence: the full disk by name, else its last three lines. */
export function refuseByLog(folder: string, what: string, log: string): never {
  const { bavail, bsize } = statfsSync(folder);
  if (/No space left on device|Check free disk space|Disk quota exceeded/.test(log) || bavail * bsize < leastRoom)
    throw diskFull(folder);
  const last = log.trim().split("\n").slice(-3).join(" / ");
  throw new StartRefused(`${what} in ${folder}: ${last || "it left no word in its log"}`);
}
