import { defineConfig } from "@playwright/test";

const chromium = process.env.CHROMIUM_PATH;

/**
 * The flags keep Chromium from asking anybody but the site, and from imitating a graphics card; as root it needs to go
 * without its sandbox.
 */
const args = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-gpu",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export default defineConfig({
  testDir: "./stories",
  testMatch: "*.story.ts",
  outputDir: "../test-results",
  globalSetup: "./site/open.ts",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  projects: [
    { name: "village", testIgnore: "process/**" },
    // These stop, kill and starve processes, and count seconds: they run alone (`--workers 1`).
    { name: "process", testMatch: "process/*.story.ts" },
  ],
  use: {
    viewport: { width: 1280, height: 900 },
    // One page fades into the next for whoever likes that; painting it in software is a tenth of all that stories cost.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { args, ...(chromium ? { executablePath: chromium } : {}) },
    screenshot: "only-on-failure",
    trace: "off",
  },
});
