import { environment, homeFolder, within } from "./ground.mjs";

const entries = {
  biome: "@biomejs/biome/bin/biome",
  knip: "knip/bin/knip.js",
  next: "next/dist/bin/next",
  oxlint: "oxlint/bin/oxlint",
  playwright: "@playwright/test/cli.js",
  tsc: "typescript/bin/tsc",
  vitest: "vitest/vitest.mjs",
};

/** A tool of the project as arguments for Node: its own entry, so nothing depends on a shell or a path. */
export const tool = (name) => [within("node_modules", entries[name])];

/** Tests set their own NODE_ENV, and a browser wants a home it can write. */
export function toolEnvironment(node, more = {}) {
  const env = environment(node, { HOME: homeFolder(), ...more });
  delete env.NODE_ENV;
  return env;
}
