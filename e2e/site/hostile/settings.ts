import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Kith } from "../kith";

const project = join(import.meta.dirname, "../../..");

/** Types a command at an operator's shell, on the data of a site that runs; gives what it printed. */
export async function operate({ data }: Pick<Kith, "data">, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(project, "dist/cli.mjs"), ...args], {
    cwd: project,
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", LOG_LEVEL: "warn", KITH_DATA: data },
    maxBuffer: 32 * 1024 * 1024,
  });
  return stdout;
}
