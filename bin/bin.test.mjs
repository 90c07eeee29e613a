import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { compressFolder } from "./compress.mjs";
import { findChromium } from "./lib/chromium.mjs";
import { findNode } from "./lib/ground.mjs";
import { packagesAreThere } from "./lib/packages.mjs";
import { listSources, stampOf } from "./lib/sources.mjs";
import { playwrightTally, sum, vitestTally } from "./lib/tally.mjs";

const made = [];
let root = "";
const put = (path, content) => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), content);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kith bin "));
  made.push(root);
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

describe("a build", () => {
  const stamp = () => stampOf(root, join(root, "dist", ".kith.json"), [join(root, "product")]);

  beforeEach(() => {
    put("app/page.tsx", "one");
    put("product", "");
  });

  test("is made from sources, and not from tests or what a build writes", () => {
    for (const path of ["server/a.test.ts", "server/testing/b.ts", "public/c.svg.br", "next-env.d.ts", "app/.DS_Store"])
      put(path, "");
    put("package.json", "{}");
    expect(listSources(root)).toEqual(["app/page.tsx", "package.json"]);
  });

  test("is fresh after it was made, also when a file was only touched", () => {
    expect(stamp().isFresh()).toBe(false);
    stamp().keep();
    expect(stamp().isFresh()).toBe(true);
    utimesSync(join(root, "app/page.tsx"), 1, 1);
    expect(stamp().isFresh()).toBe(true);
  });

  test.each([
    ["a file changed", () => put("app/page.tsx", "two")],
    ["a file came", () => put("db/new.ts", "")],
    ["a file went", () => rmSync(join(root, "app/page.tsx"))],
    ["its product went", () => rmSync(join(root, "product"))],
  ])("is made again when %s", (_, change) => {
    stamp().keep();
    change();
    expect(stamp().isFresh()).toBe(false);
  });
});

describe("the packages", () => {
  const lock = (version) =>
    JSON.stringify({
      packages: { "": {}, "node_modules/a": { version }, "node_modules/b": { version, optional: true } },
    });

  test("are taken as they are when somebody ran npm ci, until the lockfile changes", () => {
    put("package-lock.json", lock("1.0.0"));
    expect(packagesAreThere(root)).toBe(false);
    put("node_modules/.package-lock.json", JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } }));
    expect(packagesAreThere(root)).toBe(true);
    put("package-lock.json", lock("2.0.0"));
    expect(packagesAreThere(root)).toBe(false);
  });
});

describe("Node", () => {
  test("is the one that runs this when none was brought and it is new enough", () => {
    expect(findNode({ modules: root, own: "24.7.0" })).toBe(process.execPath);
    expect(() => findNode({ modules: root, own: "24.6.1" })).toThrow(/install Node 24/);
  });
});

test("a Chromium named in the environment comes first, and a missing one is passed over", () => {
  put("chromium", "");
  expect(findChromium([undefined, join(root, "none"), join(root, "chromium")])).toBe(join(root, "chromium"));
  expect(findChromium([undefined])).toBeUndefined();
});

test("a text file is compressed once, and its remains go with it", async () => {
  const content = "Justin answers Candy. ".repeat(200);
  put("chunks/a.js", content);
  put("chunks/small.js", "1");
  expect(await compressFolder(root)).toBe(1);
  expect(brotliDecompressSync(readFileSync(join(root, "chunks/a.js.br"))).toString()).toBe(content);
  expect(await compressFolder(root)).toBe(0);
  rmSync(join(root, "chunks/a.js"));
  await compressFolder(root);
  expect(() => readFileSync(join(root, "chunks/a.js.gz"))).toThrow();
});

describe("a tally", () => {
  test("counts what the tools counted", () => {
    expect(vitestTally({ numPassedTests: 3, numFailedTests: 1 }, 1)).toEqual({ passed: 3, failed: 1 });
    expect(playwrightTally({ stats: { expected: 5, unexpected: 0, flaky: 1 } }, 0)).toEqual({ passed: 5, failed: 1 });
    expect(
      sum([
        { passed: 3, failed: 1 },
        { passed: 5, failed: 1 },
      ]),
    ).toEqual({ passed: 8, failed: 2 });
  });

  test("has a failure when a tool failed without one, or ran nothing", () => {
    expect(vitestTally({ numPassedTests: 3, numFailedTests: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
    expect(vitestTally(undefined, 1)).toEqual({ passed: 0, failed: 1 });
    expect(playwrightTally({ stats: {} }, 0)).toEqual({ passed: 0, failed: 1 });
  });
});
