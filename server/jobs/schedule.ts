import { PgBoss } from "pg-boss";
import type { KithEvent } from "../domain/events";
import { log } from "../platform/log";
import { askArticles } from "./articles";
import { carryEvents } from "./carry";
import { closeThreads } from "./close";
import { tellHub } from "./hub";
import { publishPlanned } from "./planned";
import { runImports } from "./imports";
import { sendMails } from "./mail";
import { readWords } from "./search";
import { tidy } from "./tidy";

export type Jobs = {
  /** Something was told, by its name: the jobs that wait for such look now. Null when it is not known what: all look. */
  wake: (about: string | null) => void;
  stop: () => Promise<void>;
};

type Job = (stopped: () => boolean) => Promise<void>;
/** A letter, a long text that search has not read, a feed the hub is to hear of: told with a commit, and no fact that is carried. */
type OtherNews = "mail" | "words" | "hub";
type News = KithEvent["type"] | OtherNews;

/**
 * What waits in tables: looked at when something was told that can make it wait, and once a minute in any case. A comment
 * is the fact told most often, and wakes one job only.
 */
const rounds: readonly { job: Job; after: readonly News[] | "any fact" }[] = [
  { job: publishPlanned, after: ["post.changed", "member.restored"] },
  { job: closeThreads, after: ["post.published", "post.changed", "site.changed", "import.finished"] },
  { job: carryEvents, after: "any fact" },
  { job: sendMails, after: ["mail"] },
  { job: runImports, after: ["import.waiting"] },
  { job: readWords, after: ["site.changed", "import.finished", "words"] },
  { job: askArticles, after: ["article.wanted"] },
  { job: tellHub, after: ["hub"] },
];

/**
 * The jobs of this process. What must be done is a row, written in the transaction that made it necessary; several
 * processes share the rows by `skip locked`. pg-boss keeps the clock: each tick reaches one process only.
 */
export function schedule(url: string): Jobs {
  const running = new Map<Job, Promise<void>>();
  const again = new Set<Job>();
  let stopped = false;

  /** Runs a job; told again while it runs, it runs once more after. */
  const run = (job: Job): Promise<void> => {
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
  const wake = (about: string | null) => {
    if (!stopped) for (const { job, after } of rounds) if (about === null || waitsFor(after, about)) void run(job);
  };

  const clock = keepClock(url, { round: () => wake(null), tidy }, () => stopped);
  return {
    wake,
    stop: async () => {
      stopped = true;
      await Promise.all([clock.stop(), ...running.values()]);
    },
  };
}

const otherNews: readonly OtherNews[] = ["mail", "words", "hub"];

const waitsFor = (after: readonly News[] | "any fact", about: string): boolean =>
  after === "any fact" ? !otherNews.some((it) => it === about) : after.some((it) => it === about);

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
