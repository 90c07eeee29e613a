import { bringChromium } from "./lib/chromium.mjs";
import { prepare } from "./lib/prepare.mjs";
import { command, speaker } from "./lib/say.mjs";
import { runSteps } from "./lib/steps.mjs";
import { sum } from "./lib/tally.mjs";

/* npm run check: what the build server asks, in its order; the first failed step ends it, unless --all. */
command(async () => {
  const speaks = speaker(process.stdout);
  const node = await prepare(speaks, []);
  const chromium = await bringChromium(node, speaks);
  const { failed } = sum(await runSteps({ node, chromium, ...speaks }, { all: process.argv.includes("--all") }));
  process.exitCode = failed > 0 ? 1 : 0;
});
