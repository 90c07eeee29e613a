import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test as plain } from "vitest";
import { imports } from "#/db/schema/imports";
import { type Config, readConfig } from "#/server/platform/config";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage, test, type Village } from "#/server/testing/village";
import type { Acting } from "../../context";
import { item, porch } from "../bring/sample";
import { queueImport, runNextImport } from "../commands";
import { inTurn } from "../turn";
import { wxr } from "../wxr/sample";
import { keepUpload } from "./uploads";

let folder: string;
beforeAll(async () => {
  await bundleTextWorker();
  folder = await mkdtemp(join(tmpdir(), "kith-uploads-"));
  // Uploads stand in the data folder; the settings are read once, here before anybody else asks.
  const shared = globalThis as typeof globalThis & { kithConfig?: Config };
  shared.kithConfig = readConfig({ KITH_DATA: folder, AUTH_SECRET: "x".repeat(32), NODE_ENV: "test" });
});
afterAll(() => rm(folder, { recursive: true }));

const acting = (village: Village, name: "Candy" | "Shawn" | "Justin"): Acting => ({
  ...village.context(name),
  viewer: village.person(name),
});
async function* bytes(text: string) {
  yield Buffer.from(text);
}
async function sent(village: Village, text: string, dryRun = false) {
  const upload = await keepUpload(bytes(text));
  await queueImport(acting(village, "Candy"), { ...upload, fileName: "porch.xml", dryRun });
  return upload.path;
}
const never = () => false;
const listed = async (village: Village) => (await village.as("Candy").imports.list({})).items;

describe("an import that waits", () => {
  test("is run by the job, tells its account, and its file is gone after", async ({ village }) => {
    const path = await sent(village, wxr(porch + item()));
    expect(await listed(village)).toMatchObject([{ state: "waiting", fileName: "porch.xml", by: "Candy", percent: 0 }]);
    expect(await runNextImport(village.context(null), never)).toBe(true);
    const [one] = await listed(village);
    expect(one).toMatchObject({ state: "done", origin: "porch.example", refused: null, failure: null });
    expect(one?.chapters[0]).toMatchObject({ title: "What came in", lines: expect.arrayContaining(["1 post: 1 new"]) });
    expect(existsSync(path)).toBe(false);
    expect(await runNextImport(village.context(null), never)).toBe(false);
  });

  test("lands in the log, by who asked for it, unless it only looked", async ({ village }) => {
    await sent(village, wxr(porch + item()), true);
    await runNextImport(village.context(null), never);
    const imported = async () =>
      (await village.as("Shawn").moderation.log({})).items.filter(({ act }) => act === "import");
    expect(await imported()).toEqual([]);
    await sent(village, wxr(porch + item()));
    await runNextImport(village.context(null), never);
    expect(await imported()).toMatchObject([{ by: { name: "Candy" }, reason: "porch.xml" }]);
  });

  test("says where a file is broken, and keeps nothing of it", async ({ village }) => {
    const path = await sent(village, wxr(porch + item()).replace("</channel>", ""));
    await runNextImport(village.context(null), never);
    const [one] = await listed(village);
    expect(one).toMatchObject({ state: "refused", refused: { line: expect.any(Number), column: expect.any(Number) } });
    expect(existsSync(path)).toBe(false);
  });

  test("goes on after a restart, for as long as its file is there", async ({ village }) => {
    await sent(village, wxr(porch + item()));
    expect(await runNextImport(village.context(null), () => true)).toBe(false);
    expect(await listed(village)).toMatchObject([{ state: "running" }]);
    expect(await runNextImport(village.context(null), never)).toBe(true);
    expect(await listed(village)).toMatchObject([{ state: "done" }]);

    await rm(await sent(village, wxr(porch)));
    await runNextImport(village.context(null), never);
    expect(await listed(village)).toMatchObject([{ state: "failed", failure: expect.stringContaining("gone") }, {}]);
  });

  test("only looks when it was asked to only look", async ({ village }) => {
    await sent(village, wxr(porch + item()), true);
    await runNextImport(village.context(null), never);
    expect((await listed(village))[0]?.chapters[0]).toMatchObject({ title: "What would come in" });
    expect(await village.asVisitor().imports.newAddress({ path: "/?p=1" })).toBeNull();
  });

  test("is the owner's to send and to read, and nobody else's", async ({ village }) => {
    const upload = await keepUpload(bytes("x"));
    for (const name of ["Shawn", "Justin"] as const) {
      expect(() => queueImport(acting(village, name), { ...upload, fileName: "a", dryRun: false })).toThrow(
        "import-not-yours",
      );
      await expect(village.as(name).imports.list({})).rejects.toThrow("owners-only");
    }
    await expect(village.asVisitor().imports.list({})).rejects.toThrow("sign-in-first");
  });

  test("is not there when nothing was sent", async () => {
    await expect(keepUpload(bytes(""))).rejects.toThrow("import-empty");
  });

  test("leaves nothing when the sending breaks off", async () => {
    async function* broken() {
      yield Buffer.from("half");
      throw new Error("gone");
    }
    await expect(keepUpload(broken())).rejects.toThrow("gone");
  });
});

describe("two imports at once", () => {
  plain("take turns: the second finds the first at it", async () => {
    const village = await ownVillage();
    try {
      const ctx = village.context(null);
      await writeFile(join(folder, "a.xml"), wxr(porch));
      await village.db
        .insert(imports)
        .values({ kind: "wxr", fileName: "a", filePath: join(folder, "a.xml"), startedAt: new Date() });
      await inTurn(ctx, async () => {
        expect(await inTurn(ctx, async () => "mine")).toEqual({ busy: true });
        expect(await runNextImport(ctx, never)).toBe(false);
        expect(await listed(village)).toMatchObject([{ state: "waiting" }]);
      });
      expect(await runNextImport(ctx, never)).toBe(true);
    } finally {
      await village.close();
    }
  });
});
