import { readFileSync } from "node:fs";
import { type Answer, ask, at, call, cpuOf, inLanes, onSite, type Site, liftLimits, signIn } from "./lib/site";

/*
 * What a social card costs: CPU of the server's process for each (from /proc, so Linux only), drawn for the first time
 * and then from the page cache; what somebody else's small request waits meanwhile, and the memory that is left in use.
 */
const cards = 300;

await onSite(async (site) => {
  await liftLimits(site, await signIn(site, "candy"), ["posts.hour"]);
  const addresses = await written(site, await signIn(site, "justin"));
  await measure(site, "the first card of all", addresses.slice(0, 1), 1);
  for (const [from, to] of [
    [1, cards / 2],
    [cards / 2, cards],
  ] as const) {
    const others = listening(site);
    await measure(site, `cards ${from + 1} to ${to}, drawn`, addresses.slice(from, to), 2);
    const waits = await others.stop();
    console.info(`  meanwhile others waited ${at(waits, 0.5)} ms (p50), ${at(waits, 0.99)} ms (p99)`);
  }
  await measure(site, "all of them, from the page cache", addresses, 2);
});
process.exit();

/** @returns the addresses of the cards of as many new posts, each with a title of its own */
async function written(site: Site, cookie: string): Promise<string[]> {
  const addresses: string[] = [];
  for (let nth = 1; nth <= cards; nth += 1) {
    const title = `What ${nth} people told me about keeping a conversation going for years`;
    const { status, text } = await call(site, "posts.write", { title, source: "Words.", publish: true }, cookie);
    const key = /"key":"([0-9a-z]{10})"/.exec(text)?.[1];
    if (status !== 200 || !key) throw new Error(`A post could not be written: ${text}`);
    addresses.push(`/p/${key}/card.png`);
  }
  return addresses;
}

async function measure(site: Site, what: string, addresses: readonly string[], lanes: number) {
  const before = cpuOf(site.pid);
  const sizes: number[] = [];
  const waited = await inLanes(addresses.length, lanes, async (nth) => {
    const answer: Answer = await ask(site, addresses[nth] ?? "/");
    if (answer.status !== 200) throw new Error(`${what}: ${answer.status}`);
    sizes.push(answer.bytes);
  });
  const each = (cpuOf(site.pid) - before) / addresses.length;
  const size = Math.round(sizes.reduce((sum, one) => sum + one, 0) / sizes.length / 1000);
  console.info(
    `${what}: ${each.toFixed(2)} ms CPU each; ${at(waited, 0.5)} ms (p50), ${at(waited, 0.99)} ms (p99); ${size} KB; ${memoryOf(site.pid)} MB in use`,
  );
}

/** Asks for next to nothing again and again; gives what each answer took, in milliseconds, once it is told to stop. */
function listening(site: Site) {
  let isOver = false;
  const asking = (async () => {
    const waits: number[] = [];
    while (!isOver) {
      const began = performance.now();
      await ask(site, "/api/health/live");
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return waits;
  })();
  return {
    stop: () => {
      isOver = true;
      return asking;
    },
  };
}

/** Memory of a process in megabytes, from VmRSS in /proc/PID/status (proc(5)). */
function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
