import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../shared");

/** The path of a file in the exports and hostile inputs that stand beside the project. Only tests may ask. */
export function shared(path: string): string {
  const full = join(folder, path);
  if (!existsSync(full))
    throw new Error(`This test reads ${path} from the folder "shared" beside the project, and it is not there`);
  return full;
}

/** One JSON object per line, as the corpora are written. */
export const lines = <Line>(path: string, parse: (value: unknown) => Line): Line[] =>
  readFileSync(shared(path), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => parse(JSON.parse(line)));
