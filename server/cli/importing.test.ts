import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shared } from "../testing/shared";
import { bundleTextWorker } from "../testing/text-worker";
import { ownVillage } from "../testing/village";

const root = join(import.meta.dirname, "../..");
/** Among the other bundles, so that it finds the packages; named for this process, so that two runs do not meet. */
const program = join(root, "dist", `importing-${process.pid}.mjs`);
const alone = `import { Command } from "commander";
  import { importing } from "./server/cli/importing";
  import { sentenceOf } from "./server/cli/speak";
  new Command("kith").addCommand(importing).parseAsync(process.argv).then(() => process.exit(), (error) => {
    process.stderr.write(sentenceOf(error) + "\\n");
    process.exit(1);
  });`;

let village: Awaited<ReturnType<typeof ownVillage>>;

beforeAll(async () => {
  await bundleTextWorker();
  const options = { bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" } as const;
  const stdin = { contents: alone, resolveDir: root, loader: "ts" } as const;
  await build({ ...options, stdin, absWorkingDir: root, tsconfig: "tsconfig.json", outfile: program });
  village = await ownVillage();
});
afterAll(async () => {
  rmSync(program, { force: true });
  await village?.close();
});

function kith(...args: string[]) {
  const child = spawn(process.execPath, [program, "import", "wxr", ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: village.url, AUTH_SECRET: "x".repeat(32) },
  });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, ...said })),
  );
  return { child, ended };
}

const wxr = (name: string) => shared(`data/imports/wxr/${name}`);
const one = async (question: string): Promise<number> => Number((await village.pool.query(question)).rows[0]?.count);
const rows = async () =>
  (await village.pool.query("select count(*) from posts union all select count(*) from members")).rows;

describe("kith import wxr", () => {
  test("prints exactly one object of what a file holds, also in a dry run", async () => {
    const before = await rows();
    const { code, out, err } = await kith(wxr("pelican-wordpressexport.xml"), "--json", "--dry-run").ended;
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual({
      posts: 11,
      pages: 2,
      comments: 3,
      pingbacks: 1,
      trackbacks: 0,
      replies: 2,
      maxDepth: 1,
      authors: 2,
      skipped: { attachment: 4, custom1: 2, custom2: 1 },
      repaired: [],
    });
    expect(out.trim().split("\n")).toHaveLength(1);
    expect(await rows()).toEqual(before);
  });

  test("refuses a broken file with its place and code 2, and keeps nothing", async () => {
    const before = await rows();
    const { code, out } = await kith(wxr("wpimporter-malformed.xml"), "--json").ended;
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      refused: { line: 90, column: expect.any(Number), reason: expect.stringContaining("</") },
    });
    expect(await rows()).toEqual(before);
    expect(await one("select count(*) from imports")).toBe(0);
  });

  test("says in one sentence that there is no such file", async () => {
    expect(await kith("nowhere.xml").ended).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/no file at .*nowhere\.xml\n$/),
    });
  });

  test("killed in the middle and run again brings everything once", async () => {
    const brought = "select count(*) from posts p join imported_things t on t.thing_id = p.id";
    const first = kith(wxr("real-cc-labs-blog.xml"));
    while (first.child.exitCode === null && (await one(brought)) < 40)
      await new Promise((later) => setTimeout(later, 10));
    first.child.kill("SIGKILL");
    await first.ended;
    const half = await one(brought);
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(224);

    const second = await kith(wxr("real-cc-labs-blog.xml")).ended;
    expect(second).toMatchObject({ code: 0, out: expect.stringMatching(/219 posts: \d+ new, \d+ already here/) });
    const third = await kith(wxr("real-cc-labs-blog.xml")).ended;
    expect(third.out).toContain("Nothing new: all of it is here already");
    expect(await one(brought)).toBe(224);
    expect(await one("select count(*) from comments c join imported_things t on t.thing_id = c.id")).toBe(181);
    expect(await one("select count(*) from members where imported_from = 'labs.creativecommons.org'")).toBe(30);
    expect((await village.pool.query("select state from imports order by started_at")).rows).toEqual([
      { state: "failed" },
      { state: "done" },
      { state: "done" },
    ]);
  }, 60_000);
});
