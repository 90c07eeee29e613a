import { PgBoss } from "pg-boss";
import { log } from "../platform/log";
import { askArticles } from "./articles";
import { carryEvents } from "./carry";
import { closeThreads } from "./close";
import { publishPlanned } from "./planned";
import { runImports } from "./imports";
import { sendMails } from "./mail";
import { readWords } from "./search";
import { tidy } from "./tidy";

export type Jobs = {
  /** Something was told: what waits is looked at now. */
  wake: () => void;
  stop: () => Promise<void>;
};

/** What waits in tables and is looked at whenever something was told, and once a minute in any case. */
const rounds = [publishPlanned, closeThreads, carryEvents, sendMails, runImports, readWords, askArticles];

/**
 * The jobs of this process. What must be done is a row, written in the transaction that made it necessary; several
 * processes share the rows by `skip locked`. pg-boss keeps the clock: each tick reaches one process only.
 */
export function schedule(url: string): Jobs {
  const running = new Map<(typeof rounds)[number], Promise<void>>();
  const again = new Set<(typeof rounds)[number]>();
  let stopped = false;

  /** Runs a job; told again while it runs, it runs once more after. */
  const run = (job: (typeof rounds)[number]): Promise<void> => {
    const now = running.get(job);
    if (now) {
      again.add(job);
      return now;
    }
    const work = job(() => stopped)
      .catch((error: unknown) => {
        // What a stop takes away under it is done by the next start.
        if (!stopped) log().error({ err: error, job: job.name }, "a job broke");
      })
      .then(() => {
        running.delete(job);
        if (again.delete(job) && !stopped) void run(job);
      });
    running.set(job, work);
    return work;
  };
  const wake = () => {
    if (!stopped) for (const job of rounds) void run(job);
  };

  const clock = keepClock(url, { round: wake, tidy }, () => stopped);
  return {
    wake,
    stop: async () => {
      stopped = true;
      await Promise.all([clock.stop(), ...running.values()]);
    },
  };
}

/** Milliseconds until a clock that could not be started is tried again, and between two complaints of one that runs. */
const patience = { retry: 10_000, complaint: 60_000 };

type Ticks = { round: () => void; tidy: () => Promise<void> };

function keepClock(url: string, ticks: Ticks, stopped: () => boolean): { stop: () => Promise<void> } {
  let retry: NodeJS.Timeout | undefined;
  let clock: Promise<PgBoss | null>;
  const start = () => {
    clock = startClock(url, ticks, stopped);
    void clock.then((boss) => {
      if (!boss && !stopped()) retry = setTimeout(start, patience.retry).unref();
    });
    return clock;
  };
  clock = start();
  return {
    stop: async () => {
      clearTimeout(retry);
      await (await clock)?.stop({ graceful: false });
    },
  };
}

/** Null when it could not be started, which leaves nothing behind. */
async function startClock(url: string, ticks: Ticks, stopped: () => boolean): Promise<PgBoss | null> {
  const boss = new PgBoss({ connectionString: url, max: 2, application_name: `kith-clock:${process.pid}` });
  let complained = -Infinity;
  boss.on("error", (error) => {
    if (stopped() || performance.now() - complained < patience.complaint) return;
    complained = performance.now();
    log().warn({ err: error }, "the clock stumbled");
  });
  try {
    await boss.start();
    await boss.createQueue("round");
    await boss.createQueue("tidy");
    await boss.work("round", async () => ticks.round());
    await boss.work("tidy", async () => ticks.tidy());
    await boss.schedule("round", "* * * * *");
    await boss.schedule("tidy", "17 * * * *");
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    if (!stopped()) log().warn({ err: error }, "the clock could not be started yet; jobs run when something is told");
    return null;
  }
}
