import { type Browser, chromium, type Page } from "@playwright/test";
import { at, makeThreads, onSite } from "./lib/site";

/*
 * What a guest on a phone waits for: the largest paint, how far things jump, and how long the page takes to answer a
 * press. The line and the processor are slowed down as Lighthouse does for "mobile" (1.6 Mbit/s, 150 ms there and back,
 * a quarter of this machine's speed). Nothing is in the browser's cache.
 */
const line = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 750_000 / 8 };
const slower = 4;
const rounds = 7;

type Seen = { largest: number; jumped: number; longestPress: number };

/** Notes in the page what the browser tells of it. */
const watch = () => {
  const seen = { largest: 0, jumped: 0, longestPress: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largest = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!Reflect.get(entry, "hadRecentInput")) seen.jumped += Number(Reflect.get(entry, "value"));
  }).observe({ type: "layout-shift", buffered: true });
  const events = { type: "event", buffered: true, durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longestPress = Math.max(seen.longestPress, duration);
  }).observe(events);
};

await onSite(async (site) => {
  const [long] = await makeThreads(site, [1_000]);
  if (!long) throw new Error("There is no thread to look at");
  const pages = { "front page": "/", "conversation of 1,000 comments": long.href, "a member's page": "/m/justin" };
  const executablePath = process.env.CHROMIUM_PATH;
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    args: ["--disable-gpu", ...root],
    ...(executablePath && { executablePath }),
  });
  try {
    for (const [name, path] of Object.entries(pages)) {
      const seen: Seen[] = [];
      for (let round = 0; round < rounds; round++) seen.push(await look(browser, `${site.url}${path}`));
      const all = (what: keyof Seen) => seen.map((it) => it[what]);
      const jumped = Math.max(...all("jumped")).toFixed(3);
      console.info(
        `${name}: largest paint ${at(all("largest"), 0.5)} ms (p50), ${at(all("largest"), 1)} ms (slowest of ${rounds}); ` +
          `jumped by ${jumped} at most; a press answered after ${at(all("longestPress"), 0.5)} ms (p50), ` +
          `${at(all("longestPress"), 1)} ms (slowest)`,
      );
    }
  } finally {
    await browser.close();
  }
});
process.exit();

/** Opens a page on a slow phone, reads down, and presses what can be pressed without leaving. */
async function look(browser: Browser, url: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 360, height: 720 }, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    await protocol.send("Network.enable");
    await protocol.send("Network.emulateNetworkConditions", line);
    await protocol.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(1_500);
    await press(page);
    return await page.evaluate(() => Reflect.get(globalThis, "seen"));
  } finally {
    await context.close();
  }
}

async function press(page: Page): Promise<void> {
  const fold = page.locator("ol.thread button, details > summary").first();
  for (let times = 0; times < 3; times++) {
    if (await fold.isVisible()) await fold.tap();
    else await page.getByRole("main").tap({ position: { x: 5, y: 5 } });
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(300);
  }
}
