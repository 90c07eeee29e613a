import { bringChromium } from "./lib/chromium.mjs";
import { prepare } from "./lib/prepare.mjs";
import { command, speaker } from "./lib/say.mjs";
import { runSteps } from "./lib/steps.mjs";
import { sum } from "./lib/tally.mjs";

/* npm test: brings everything, a browser too, runs every step, and closes with one line that counts. */
command(async () => {
  const speaks = speaker(process.stdout);
  const { passed, failed } = await everything(speaks).catch((error) => {
    process.stderr.write(`kith: ${error?.message ?? error}\n`);
    return { passed: 0, failed: 1 };
  });
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
});

async function everything(speaks) {
  const node = await prepare(speaks, ["bundle", "pages"]);
  const chromium = await bringChromium(node, speaks);
  return sum(await runSteps({ node, chromium, ...speaks }, { all: true }));
}
