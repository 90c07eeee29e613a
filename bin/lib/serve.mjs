import { spawn } from "node:child_process";
import { constants } from "node:os";
import { environment, root } from "./ground.mjs";

/** npm and the terminal may both pass on one Ctrl-C: what comes this soon after is the same one. */
const echo = 500;

/**
 * Runs a bundle on Node 24 until it ends. It stands in a process group of its own and is told once of each signal that
 * we get; when we are killed ourselves it notices (see tether.mjs) and stops.
 * @returns its exit code, or 128 and the signal's number when a signal ended it.
 */
export function serve(node, bundle, { args, mode, say }) {
  const child = spawn(node, ["--import", new URL("./tether.mjs", import.meta.url).href, bundle, ...args], {
    cwd: root,
    env: environment(node, { NODE_ENV: mode }),
    detached: process.platform !== "win32",
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  let last = 0;
  const pass = (signal) => {
    if (Date.now() - last < echo) return;
    last = Date.now();
    child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal) say(`Kith was ended by ${signal}`);
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });
}
