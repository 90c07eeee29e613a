import { PgBoss } from "pg-boss";
import { log } from "../platform/log";
import { carryEvents } from "./carry";
import { sendMails } from "./mail";
import { runImports } from "./imports";
import { tidy } from "./tidy";

export type Jobs = {
  /** Something was told: what waits is looked at now. */
  wake: () => void;
  stop: () => Promise<void>;
};

/** What waits in tables and is looked at whenever something was told, and once a minute in any case. */
const rounds = [carryEvents, sendMails, runImports];

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
      .catch((error: unknown) => log().error({ err: error, job: job.name }, "a job broke"))
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

  const clock = keepClock(url, { round: wake, tidy });
  return {
    wake,
    stop: async () => {
      stopped = true;
      await Promise.all([clock.then((boss) => boss?.stop({ graceful: false })), ...running.values()]);
    },
  };
}

async function keepClock(url: string, ticks: { round: () => void; tidy: () => Promise<void> }): Promise<PgBoss | null> {
  const boss = new PgBoss({ connectionString: url, max: 2, application_name: `kith-clock:${process.pid}` });
  boss.on("error", (error) => log().warn({ err: error }, "the clock stumbled"));
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
    log().error({ err: error }, "the clock could not be started; jobs run only when something is told");
    return null;
  }
}
