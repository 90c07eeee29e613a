import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "../..");
const resolve = { alias: { "#": root } };
const nouns = "server/domain/**/*.test.{ts,tsx}";
/** These change what all files of a process share: a data folder, a guard, a module of which they make another. */
const particular = [
  "pictures/**/*",
  "imports/**/*",
  "sites/**/*",
  "articles/**/*",
  "syndication/hub/**/*",
  "mails/**/*",
  "identities/flooding",
].map((path) => `server/domain/${path}.test.{ts,tsx}`);

function project(
  name: string,
  { include, exclude, isolate }: { include: string[]; exclude: string[]; isolate: boolean },
) {
  const exceptions = [...configDefaults.exclude, ...exclude];
  const env = { KITH_PRIVATE_HOSTS: "candy.localhost" };
  return {
    root,
    resolve,
    test: { name, include, exclude: exceptions, isolate, env, testTimeout: 20_000, hookTimeout: 60_000 },
  };
}

export default defineConfig({
  root,
  resolve,
  test: {
    globalSetup: ["server/testing/postgres.ts"],
    maxWorkers: 2,
    projects: [
      // A noun knows nothing but what it is handed: its files share a process, and load the house once instead of each.
      project("nouns", { include: [nouns], exclude: particular, isolate: false }),
      project("rooms", {
        include: [
          "{db,components,app,bin}/**/*.test.{ts,tsx,mjs}",
          "server/*.test.ts",
          "server/!(domain)/**/*.test.{ts,tsx}",
        ],
        exclude: [],
        isolate: true,
      }),
      project("particular", { include: particular, exclude: [], isolate: true }),
    ],
  },
});
