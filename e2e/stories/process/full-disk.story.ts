import { readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { cookieOf, mutate } from "../../site/member";
import { endAll, isAlive, launch, postgresOf, type Running, until } from "../../site/process";
import { type SmallDisk, smallDisk } from "../../site/small-disk";

let disk: SmallDisk | null = null;

test.afterEach(async () => {
  await endAll();
  disk?.remove();
});

const onDisk = (megabytes: number): string => {
  disk = smallDisk(megabytes);
  test.skip(disk === null, "a disk in memory can only be made by root on Linux, and here not even so");
  return disk?.folder ?? "";
};

test("a disk without room for a database is named in one sentence", async () => {
  const data = onDisk(20);
  const kith = await launch({ data });
  expect(await kith.ended).toBe(1);
  expect(kith.complained()).toMatch(/^The disk .*is full.*\n$/);
  expect(isAlive(postgresOf(data))).toBe(false);
});

test("a disk that fills up refuses what is written, and takes it again when there is room", async () => {
  const data = onDisk(160);
  const kith = await launch({ data, args: ["--demo"] });
  await kith.up();
  const password = readFileSync(join(data, "village-password"), "utf8").trim();
  const cookie = await cookieOf(kith, "candy", password);
  await until(() => writes(kith, cookie), "a first post");
  const { bavail, bsize } = statfsSync(data);
  const filler = join(data, "filler");
  writeFileSync(filler, Buffer.alloc(bavail * bsize, 1));
  await until(async () => !(await writes(kith, cookie)), "a refusal", 30_000);
  expect(await kith.status("/api/health/live")).toBe(200);
  rmSync(filler);
  await until(() => writes(kith, cookie), "a post to be taken", 30_000);
  expect((await kith.told("SIGTERM")).code).toBe(0);
  expect(isAlive(postgresOf(data))).toBe(false);
});

let written = 0;

/** Whether a long draft is taken; if not, a number to quote must be all that is said. */
async function writes(kith: Running, cookie: string): Promise<boolean> {
  written += 1;
  const source = Array.from({ length: 4_000 }, (_, at) => `word ${at * written * 7919}`).join(" ");
  const answer = await mutate(kith, cookie, "posts.write", { title: `Post ${written}`, source, publish: false });
  const said = await answer.text();
  if (answer.status === 200) return true;
  expect(answer.status, said).toBe(500);
  expect(said).toContain("our-mistake");
  expect(said).not.toMatch(/insert into|No space/);
  return false;
}
