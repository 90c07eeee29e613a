import { randomUUID } from "node:crypto";
import {
  ask,
  at,
  call,
  cpuOf,
  inLanes,
  liftLimits,
  makeThreads,
  onSite,
  type Site,
  sendForm,
  signIn,
} from "./lib/site";

/*
 * What a comment costs to write, from the request to the acknowledgement: eight people at once under a post of 200
 * comments, CPU of the server's process with its text worker, PostgreSQL beside it not counted. Then a comment of
 * 100,000 characters, and how long everybody else waits meanwhile.
 *
 * KITH_BENCH_BESIDE names the folder of another build of Kith: the two are written to in turns, and their ratio is
 * printed. On a machine that others use as well, that is the figure to trust.
 */
const writers = ["hank", "justin", "susan", "kofi", "fiadh", "bert", "priya", "dilys"];
const limits = ["comments.minute", "comments.hour", "comments.new-hour", "sign-in.address-quarter-hour"];
const beside = process.env.KITH_BENCH_BESIDE;
const words = "Some *words* that somebody might say, with [a link](https://example.org/) and a second sentence. ";

await onSite(async (site) => {
  const { say, send } = await readyToWrite(site);
  await measureMany(site, "a comment, 8 writers at once", say);
  await measureMany(site, "the same, sent by the script of a page", send);
  await measureLong(site, say);
  if (!beside) return;
  await onSite(async (other) => {
    const there = await readyToWrite(other);
    await compare("by the api", { site, say }, { site: other, say: there.say });
    await compare("by a page", { site, say: send }, { site: other, say: there.send });
  }, beside);
});
process.exit();

type Say = (nth: number, source: string) => Promise<void>;

async function measureMany(site: Site, what: string, say: Say): Promise<void> {
  const before = cpuOf(site.pid);
  const waited = await inLanes(800, 8, (nth) => say(nth, `${what}, ${nth}. ${words.repeat(3)}`));
  const each = (cpuOf(site.pid) - before) / 800;
  console.info(`${what}: ${each.toFixed(2)} ms CPU each; ${at(waited, 0.5)} ms (p50), ${at(waited, 0.99)} ms (p99)`);
}

/** A thread of 200 comments and eight people who have written in it. @returns two ways in which one of them says something there */
async function readyToWrite(site: Site): Promise<{ say: Say; send: Say }> {
  const owner = await signIn(site, "candy");
  const known = (await ask(site, "/api/trpc/settings.list", { cookie: owner })).text;
  await liftLimits(
    site,
    owner,
    limits.filter((key) => known.includes(`"${key}"`)),
  );
  const [thread] = await makeThreads(site, [200]);
  if (!thread) throw new Error("There is no thread to write in");
  const cookies: string[] = [];
  for (const who of writers) cookies.push(await signIn(site, who));

  const say = async (nth: number, source: string) => {
    const { status, text } = await call(site, "comments.write", { postKey: thread.key, source }, cookies[nth % 8]);
    if (status !== 200) throw new Error(`Writing answered ${status}: ${text.slice(0, 300)}`);
  };
  const send = async (nth: number, source: string) => {
    const fields = { postKey: thread.key, source, once: randomUUID() };
    const who = { who: writers[nth % 8] ?? "", cookie: cookies[nth % 8] ?? "" };
    const { status, text } = await sendForm(site, "comment", fields, who);
    if (status !== 200 || !text.includes('"go"')) throw new Error(`Sending answered ${status}: ${text.slice(0, 300)}`);
  };
  // A process that serves for days has long compiled what it does often.
  await inLanes(800, 8, (nth) => say(nth, `Warm ${nth}. ${words}`));
  await inLanes(800, 8, (nth) => send(nth, `Warm again ${nth}. ${words}`));
  return { say, send };
}

async function measureLong(site: Site, say: Say): Promise<void> {
  const long: number[] = [];
  const others: number[] = [];
  for (let round = 0; round < 10; round++) {
    const source = `Round ${round}. ${words.repeat(2000)}`.slice(0, 99_990);
    const watch = watching(site, others);
    const began = performance.now();
    await say(round, source);
    long.push(performance.now() - began);
    await watch.stop();
  }
  console.info(`a comment of 100 KB: ${at(long, 0.5)} ms (p50), ${at(long, 1)} ms (slowest of ${long.length})`);
  console.info(
    `somebody else's request meanwhile: ${at(others, 0.5)} ms (p50), ${at(others, 1)} ms (slowest of ${others.length})`,
  );
}

/** Writes to two builds in turns of 80 comments, and tells how they compare. */
async function compare(how: string, here: { site: Site; say: Say }, there: { site: Site; say: Say }): Promise<void> {
  const builds = [
    { name: "this build", ...here, cpu: 0, waited: new Array<number>() },
    { name: "the build beside it", ...there, cpu: 0, waited: new Array<number>() },
  ];
  const turns = 15;
  for (let turn = 0; turn < turns; turn++)
    for (const it of builds) {
      const before = cpuOf(it.site.pid);
      it.waited.push(
        ...(await inLanes(80, 8, (nth) => it.say(nth, `${how}, turn ${turn}, ${nth}. ${words.repeat(3)}`))),
      );
      it.cpu += cpuOf(it.site.pid) - before;
    }
  for (const { name, cpu, waited } of builds)
    console.info(
      `in turns, ${how}, ${name}: ${(cpu / turns / 80).toFixed(2)} ms CPU each; ${at(waited, 0.5)} ms (p50), ${at(waited, 0.99)} ms (p99)`,
    );
  const [ours, theirs] = builds.map(({ cpu }) => cpu);
  console.info(`CPU ${how}, this build to the one beside it: ${((ours ?? 0) / (theirs || 1)).toFixed(2)}`);
}

/** Asks for something small again and again, and writes down how long that took. */
function watching(site: Site, waited: number[]) {
  let stopped = false;
  const asking = (async () => {
    while (!stopped) {
      const began = performance.now();
      await ask(site, "/api/health/live");
      waited.push(performance.now() - began);
      await new Promise((soon) => setTimeout(soon, 2));
    }
  })();
  return {
    stop: () => {
      stopped = true;
      return asking;
    },
  };
}
