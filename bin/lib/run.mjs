import { spawn } from "node:child_process";
import { root } from "./ground.mjs";

/**
 * Runs a program to its end, quietly.
 * @returns its exit code and everything it wrote.
 */
export function runQuietly(program, args, { env, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, shell, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    const written = [];
    child.stdout.on("data", (chunk) => written.push(chunk));
    child.stderr.on("data", (chunk) => written.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(written).toString("utf8") }));
  });
}

/** Runs a program to its end with our own screen; `stdout: 2` sends what it prints to our stderr. */
export function runOpenly(program, args, { env, stdout = "inherit" } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ["inherit", stdout, "inherit"] });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
