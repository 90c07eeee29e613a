import { type Logger, pino } from "pino";

const shared = globalThis as typeof globalThis & { kithLog?: Logger };

/** The process' own log: one JSON object a line, on standard error. Secrets are struck out wherever they stand. */
export const log = (): Logger => {
  shared.kithLog ??= pino(
    {
      level: levelAsked(),
      base: { pid: process.pid },
      redact: {
        paths: ["password", "token", "cookie", "authorization", "*.password", "*.token", "*.cookie", "*.authorization"],
        censor: "(struck out)",
      },
    },
    standardError(),
  );
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
