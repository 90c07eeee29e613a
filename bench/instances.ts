import { type Browser, chromium, type Page } from "@playwright/test";
import { startKith } from "../e2e/site/kith";
import { listen } from "./lib/listen";
import { at, call, inLanes, liftLimits, makeThreads, onSite, type Site, signIn } from "./lib/site";

/*
 * Two Kith on one database: from the moment one of them has acknowledged a comment until pages that are open at the other
 * hear of it, half of them visitors' and half a member's, while eight people write at once; and until a browser there
 * says so. Below zero where a page heard of it before its writer did.
 */
const open = 20;
const writers = ["hank", "justin", "susan", "kofi", "fiadh", "bert", "priya", "dilys"];
const said = 400;
const looks = 40;
const limits = [
  "comments.minute",
  "comments.hour",
  "comments.new-hour",
  "live.each",
  "sign-in.address-quarter-hour",
] as const;

await onSite(async (one) => {
  const other = await startKith({ data: one.data });
  try {
    await measure(one, { ...other, password: one.password });
  } finally {
    await other.stop({ keep: true });
  }
});
process.exit();

async function measure(one: Site, other: Site): Promise<void> {
  await liftLimits(one, await signIn(one, "candy"), limits);
  const [thread, seen] = await makeThreads(one, [200, 200]);
  if (!thread || !seen) throw new Error("There is no thread to write in");
  const cookies: string[] = [];
  for (const who of writers) cookies.push(await signIn(one, who));
  const reader = await signIn(other, "layla");
  const say = async (postKey: string, nth: number, words = "Number") => {
    const { text } = await call(one, "comments.write", { postKey, source: `${words} ${nth}.` }, cookies[nth % 8]);
    const key = /"key":"(\w{10})"/.exec(text)?.[1];
    if (!key) throw new Error(`Writing answered ${text.slice(0, 300)}`);
    return key;
  };

  const heard = new Map<string, number[]>();
  for (let nth = 0; nth < open; nth++)
    await listen(other, `/live?post=${thread.key}&since=${Date.now()}`, nth % 2 ? reader : "", (key) => {
      heard.set(key, [...(heard.get(key) ?? []), performance.now()]);
    });
  const acknowledged = new Map<string, number>();
  const write = async (nth: number) => {
    acknowledged.set(await say(thread.key, nth), performance.now());
  };
  await inLanes(40, 8, write);
  acknowledged.clear();
  await inLanes(said, 8, (nth) => write(nth + 40));
  const isHeard = (key: string) => (heard.get(key)?.length ?? 0) >= open;
  while (![...acknowledged.keys()].every(isHeard)) await new Promise((soon) => setTimeout(soon, 5));

  const since = (pick: (times: number[]) => number) =>
    [...acknowledged].map(([key, at]) => pick(heard.get(key) ?? []) - at);
  print(
    `one page at the other knows`,
    since((times) => Math.min(...times)),
  );
  print(
    `all ${open} know`,
    since((times) => Math.max(...times)),
  );
  print("a browser there says so", await inBrowser(`${other.url}${seen.href}`, (nth) => say(seen.key, nth, "Look")));
}

function print(what: string, waited: readonly number[]): void {
  console.info(`${what}: ${at(waited, 0.5)} ms (p50), ${at(waited, 0.95)} ms (p95), ${at(waited, 1)} ms (slowest)`);
}

/** Writes one comment after another under an open page. @returns the milliseconds until the page tells of each */
async function inBrowser(address: string, say: (nth: number) => Promise<unknown>): Promise<number[]> {
  const executablePath = process.env.CHROMIUM_PATH;
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser: Browser = await chromium.launch({
    args: ["--disable-gpu", ...root],
    ...(executablePath && { executablePath }),
  });
  try {
    const page: Page = await browser.newPage();
    const listening = page.waitForResponse((answer) => answer.url().includes("/live?"));
    await page.goto(address);
    await listening;
    const waited: number[] = [];
    for (let nth = 1; nth <= looks; nth++) {
      let since = 0;
      const acknowledged = say(nth).then(() => {
        since = performance.now();
      });
      await Promise.all([
        acknowledged,
        page.getByRole("button", { name: new RegExp(`^${nth} new comment`) }).waitFor(),
      ]);
      waited.push(performance.now() - since);
    }
    return waited;
  } finally {
    await browser.close();
  }
}
