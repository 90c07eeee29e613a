import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./ground.mjs";

/** How long a program may take to end when it is told to, in milliseconds. */
const patience = 2000;

/**
 * Runs a program to its end, quietly.
 * @returns its exit code and everything it wrote.
 */
export async function runQuietly(program, args, { env, shell = false } = {}) {
  const child = spawn(program, args, { cwd: root, env, shell, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
  const written = [];
  child.stdout.on("data", (chunk) => written.push(chunk));
  child.stderr.on("data", (chunk) => written.push(chunk));
  const code = await ended(child);
  return { code, output: Buffer.concat(written).toString("utf8") };
}

/** Runs a program to its end with our own screen. @returns its exit code. */
export const runOpenly = (program, args, { env } = {}) =>
  ended(spawn(program, args, { cwd: root, env, stdio: "inherit" }));

/** While a program runs for us a signal is passed on to it; when it has ended so have we, and nothing is left behind. */
function ended(child) {
  const pass = (signal) => {
    child.kill(signal);
    // npm finishes what it is fetching first, which was seen to take 40 seconds.
    setTimeout(() => child.kill("SIGKILL"), patience);
    child.once("exit", () => process.exit(128 + constants.signals[signal]));
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  }).finally(() => {
    for (const signal of signals) process.off(signal, pass);
  });
}
