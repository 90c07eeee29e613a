import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll } from "vitest";
import { type Config, readConfig } from "../platform/config";

/** Gives the tests of a file a data folder of their own: the settings are read once, here before anybody else asks. */
export function withDataFolder(): { path: () => string } {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kith-pictures-"));
    const shared = globalThis as typeof globalThis & { kithConfig?: Config };
    shared.kithConfig = readConfig({ KITH_DATA: folder, AUTH_SECRET: "x".repeat(32), NODE_ENV: "test" });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return { path: () => folder };
}

/** A photograph of nothing: noise of a colour, as a JPEG. */
export const photo = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: "#805030", noise: { type: "gaussian", sigma: 20 } },
  }).jpeg();
