import { join } from "node:path";
import { defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "../..");

export default defineConfig({
  root,
  resolve: { alias: { "#": root } },
  test: {
    include: ["{server,db,components,app,bin}/**/*.test.{ts,tsx,mjs}"],
    environment: "node",
    globalSetup: ["server/testing/postgres.ts"],
    env: { KITH_PRIVATE_HOSTS: "candy.localhost" },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
