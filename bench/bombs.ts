import { execFileSync } from "node:child_process";
import { Worker } from "node:worker_threads";
import { bombs } from "#/e2e/site/hostile/bombs";

/*
 * What a text that was made to take for ever costs the thread that renders: its CPU for each Markdown bomb of the corpus,
 * cut to what a comment may hold. The first thing a new thread is asked, so that nothing is warm, and the median of five
 * after that.
 */
const rounds = 6;

execFileSync(process.execPath, ["bin/bundle.mjs"]);
const found: { name: string; first: number; median: number; outcome: string }[] = [];
for (const { name, source } of bombs(100_000)) {
  const worker = new Worker("./dist/text-worker.mjs", {
    resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
  });
  await said(worker);
  const took: number[] = [];
  let outcome = "";
  for (let round = 0; round < rounds; round++) {
    const before = await worked(worker);
    worker.postMessage({ door: "markdown", source, place: {} });
    outcome = await said(worker);
    took.push((await worked(worker)) - before);
  }
  const [first = 0, ...later] = took;
  found.push({ name, first, median: later.toSorted((a, b) => a - b)[Math.floor(later.length / 2)] ?? 0, outcome });
  await worker.terminate();
}
for (const { name, first, median, outcome } of found.toSorted((a, b) => b.first - a.first))
  console.info(`${name}: ${first.toFixed(0)} ms CPU in a new thread, ${median.toFixed(0)} ms later: ${outcome}`);
const worst = Math.max(...found.map(({ first }) => first));
console.info(`${found.length} bombs, the worst ${worst.toFixed(0)} ms`);

/** Milliseconds of CPU that the thread took since it began. */
async function worked(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1000;
}

function said(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (answer: { type: string }) => {
      worker.off("error", reject);
      resolve(answer.type);
    });
  });
}
