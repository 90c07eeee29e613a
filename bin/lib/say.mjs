import { Refused } from "./ground.mjs";

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Progress for people: one line when a step begins and one with its seconds when it ends. */
export function speaker(stream) {
  const say = (line) => stream.write(`kith: ${line}\n`);
  const step = async (title, work) => {
    const since = Date.now();
    say(`${title} ...`);
    const result = await work();
    say(`${title}: ${seconds(since)}`);
    return result;
  };
  return { say, step };
}

/** Runs a command's `main`; a refusal is one sentence and exit code 1. */
export function command(main) {
  main().catch((error) => {
    process.stderr.write(error instanceof Refused ? `kith: ${error.message}\n` : `${error?.stack ?? error}\n`);
    process.exitCode = 1;
  });
}
