import { existsSync } from "node:fs";
import { findNode, within } from "./lib/ground.mjs";
import { installPackages, packagesAreThere } from "./lib/packages.mjs";
import { runOpenly } from "./lib/run.mjs";
import { command, speaker } from "./lib/say.mjs";
import { tool, toolEnvironment } from "./lib/tools.mjs";

/* npm run test:unit -- NOUN: the tests of one noun, or of any path that contains the word. Without one: all of them. */
command(async () => {
  const { step } = speaker(process.stdout);
  if (!packagesAreThere()) await step("installing packages (npm ci)", installPackages);
  const node = findNode();
  const filters = process.argv.slice(2).map((word) => {
    const noun = `server/domain/${word}`;
    return existsSync(within(noun)) ? `${noun}/` : word;
  });
  const args = [...tool("vitest"), "run", "--config", "server/testing/vitest.config.ts", ...filters];
  process.exitCode = await runOpenly(node, args, { env: toolEnvironment(node) });
});
