import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { within } from "./ground.mjs";
import { prepare } from "./prepare.mjs";
import { runOpenly, runQuietly } from "./run.mjs";
import { one, playwrightTally, readTally, vitestTally } from "./tally.mjs";
import { tool, toolEnvironment } from "./tools.mjs";

/** Everything the build server asks, in its order. Each step resolves with how much passed and failed. */
export const steps = [
  { name: "format", run: (ground) => quietly(ground, [...tool("biome"), "format", "."]) },
  { name: "types", run: types },
  { name: "lint", run: (ground) => quietly(ground, [...tool("oxlint"), "--type-aware", "-c", ".oxlintrc.json"]) },
  { name: "knip", run: (ground) => quietly(ground, tool("knip")) },
  { name: "unit", run: unit },
  { name: "build", run: build },
  { name: "stories", run: (ground) => stories(ground, ["--project", "village"]) },
  {
    name: "process stories",
    run: (ground) => stories(ground, ["--project", "process", "--workers", "1"], { KITH_STORY_VILLAGES: "[]" }),
  },
];

/**
 * Runs the steps one after the other, each with its seconds.
 * @param {{ all: boolean }} options `all`: a step that failed does not stop the ones after it
 */
export async function runSteps(ground, { all }) {
  const tallies = [];
  for (const { name, run } of steps) {
    const since = Date.now();
    ground.say(`${name} ...`);
    const tally = await run(ground);
    const result = tally.failed > 0 ? "failed" : "passed";
    ground.say(
      `${name}: ${result} (${tally.passed} passed, ${tally.failed} failed) ${((Date.now() - since) / 1000).toFixed(1)} s`,
    );
    tallies.push(tally);
    if (tally.failed > 0 && !all) break;
  }
  return tallies;
}

/** Nobody reads what a step says that has passed. */
async function quietly({ node, say }, args, more = {}) {
  const { code, output } = await runQuietly(node, args, { env: toolEnvironment(node, more) });
  if (code !== 0) say(output.trim());
  return one(code);
}

/** Next writes the types of its own files; without a build they are not there yet. */
async function types(ground) {
  if (!existsSync(within("next-env.d.ts"))) await quietly(ground, [...tool("next"), "typegen"]);
  return quietly(ground, [...tool("tsc"), "--noEmit"]);
}

function unit({ node }) {
  return reported(vitestTally, (file) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const args = [...tool("vitest"), "run", "--config", "server/testing/vitest.config.ts", ...reporters];
    return runOpenly(node, args, { env: toolEnvironment(node) });
  });
}

async function build(ground) {
  try {
    await prepare(ground, ["bundle", "pages"]);
    return one(0);
  } catch (error) {
    ground.say(error.message);
    return one(1);
  }
}

function stories({ node, chromium }, which, more = {}) {
  return reported(playwrightTally, (file) => {
    const config = ["--config", "e2e/playwright.config.ts", "--reporter=list,json"];
    const args = [...tool("playwright"), "test", ...config, ...which];
    const found = { ...more, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
    return runOpenly(node, args, { env: toolEnvironment(node, { PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...found }) });
  });
}

/** Runs a tool that leaves its counts in a file. */
async function reported(read, work) {
  const folder = mkdtempSync(join(tmpdir(), "kith-report-"));
  const file = join(folder, "report.json");
  try {
    return readTally(file, read, await work(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
