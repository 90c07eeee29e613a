import { existsSync } from "node:fs";
import { runQuietly } from "./run.mjs";
import { tool, toolEnvironment } from "./tools.mjs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** @returns the path of a Chromium that is installed already, or undefined. CHROMIUM_PATH comes first. */
export const findChromium = (places = [process.env.CHROMIUM_PATH, ...usual]) =>
  places.find((path) => path && existsSync(path));

/**
 * Finds a Chromium, or brings one: Debian's own where we are root, else the one Playwright downloads.
 * @returns its path, or undefined where Playwright knows it by itself or none could be brought (the stories will say so).
 */
export async function bringChromium(node, { say, step }) {
  const there = findChromium();
  if (there) return there;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    const installed = await step("installing Chromium (apt-get)", fromDebian);
    if (installed) return installed;
  }
  const env = toolEnvironment(node);
  const fetched = await step("downloading Chromium (playwright install)", () =>
    runQuietly(node, [...tool("playwright"), "install", "chromium"], { env }),
  );
  if (fetched.code !== 0) say(`no Chromium could be brought; set CHROMIUM_PATH to one.\n${fetched.output.trim()}`);
  return undefined;
}

async function fromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const { code } = await runQuietly("apt-get", args, { env });
    if (code !== 0) return undefined;
  }
  return findChromium();
}
