import { type Logger, pino } from "pino";

const shared = globalThis as typeof globalThis & { kithLog?: Logger };

/** The process' own log: one JSON object a line, on standard error. Secrets are struck out wherever they stand. */
export const log = (): Logger => {
  shared.kithLog ??= pino(
    {
      level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
      base: { pid: process.pid },
      redact: {
        paths: ["password", "token", "cookie", "authorization", "*.password", "*.token", "*.cookie", "*.authorization"],
        censor: "(struck out)",
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return shared.kithLog;
};
