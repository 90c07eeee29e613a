import { type Logger, type LoggerOptions, pino } from "pino";

const shared = globalThis as typeof globalThis & { kithLog?: Logger };

/** Names under which a system or the database says what was wrong, without what was to be kept. */
const telling = ["code", "errno", "syscall", "table", "column", "constraint", "routine", "address", "port"];
const deepest = 5;

/**
 * An error as the log keeps it. The database's errors name every value of their statement, and the row that did not
 * fit: mails, words, hashes. Only what is not one of those stays.
 */
function errorInLog(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === "string" ? error : typeof error;
  const [message = ""] = error.message.split("\nparams: ");
  const own = Object.entries(error).filter(([name]) => telling.includes(name));
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined || depth === deepest ? {} : { cause: errorInLog(error.cause, depth + 1) };
  return { type: error.name, message, ...Object.fromEntries(own), stack: frames.join("\n"), ...cause };
}

/** Long enough for a token, longer than any word of an address of ours. */
const tokens = /[\w-]{40,}/g;

/** The log's manners: secrets are struck out wherever they stand, and of an address only the way is kept. */
export const manners = {
  base: { pid: process.pid },
  redact: {
    paths: ["password", "token", "cookie", "authorization", "*.password", "*.token", "*.cookie", "*.authorization"],
    censor: "(struck out)",
  },
  serializers: {
    err: (error: unknown) => errorInLog(error),
    path: (path: unknown) => String(path).split("?")[0]?.replaceAll(tokens, "…"),
  },
} satisfies LoggerOptions;

/** The process' own log: one JSON object a line, on standard error. */
export const log = (): Logger => {
  shared.kithLog ??= pino({ ...manners, level: levelAsked() }, standardError());
  return shared.kithLog;
};

/** A full disk below the log is no reason to end: what cannot be written is lost. */
function standardError() {
  const destination = pino.destination({ dest: 2, sync: true });
  destination.on("error", () => undefined);
  return destination;
}

/** A level that does not exist is refused with the other settings; until then the log must not break over it. */
function levelAsked(): string {
  const asked = process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info");
  return asked === "silent" || asked in pino.levels.values ? asked : "info";
}
