import { renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import {
  asking,
  clearAway,
  databaseOf,
  endAll,
  isAlive,
  launch,
  newData,
  postgresOf,
  type Running,
  until,
} from "../../site/process";

/** One site with the village in it for all stories here: what they break is mended when they end. */
let data = "";
test.beforeAll(async () => {
  data = newData();
  const kith = await launch({ data, args: ["--demo"] });
  await kith.up();
  await kith.told("SIGTERM");
});
test.afterEach(endAll);
test.afterAll(clearAway);

const ready = "/api/health/ready";
const isReady = (kith: Running) => kith.status(ready).then((status) => status === 200);

test("a Kith that is killed leaves a PostgreSQL that the next one takes over, and takes along", async () => {
  const kith = await launch({ data });
  await kith.up();
  const postgres = postgresOf(data);
  await asking(databaseOf(data), (client) => client.query("create table last_words as select 'still here' as said"));
  await kith.told("SIGKILL");
  expect(isAlive(postgres)).toBe(true);
  const next = await launch({ data });
  await next.up();
  expect(postgresOf(data)).toBe(postgres);
  const { rows } = await asking(databaseOf(data), (client) => client.query("select said from last_words"));
  expect(rows).toEqual([{ said: "still here" }]);
  expect((await next.told("SIGTERM")).code).toBe(0);
  expect(isAlive(postgres)).toBe(false);
});

test("a PostgreSQL that is killed under Kith is there again by itself, and keeps what was written", async () => {
  const kith = await launch({ data });
  await kith.up();
  const postgres = postgresOf(data);
  const url = databaseOf(data);
  await asking(url, (client) => client.query("create table more_words as select 'still here' as said"));
  process.kill(postgres, "SIGKILL");
  await until(() => ![0, postgres].includes(postgresOf(data)), "another PostgreSQL");
  expect(databaseOf(data)).toBe(url);
  await until(() => isReady(kith), "Kith to be ready again");
  expect(await kith.status("/")).toBe(200);
  const { rows } = await asking(url, (client) => client.query("select said from more_words"));
  expect(rows).toEqual([{ said: "still here" }]);
  expect((await kith.told("SIGTERM")).code).toBe(0);
  expect(postgresOf(data)).toBe(0);
});

test("health tells the truth about a database that does not answer", async () => {
  const kith = await launch({ data });
  await kith.up();
  expect(await isReady(kith)).toBe(true);
  const stopped: number[] = [];
  const stop = (pid: number) => {
    process.kill(pid, "SIGSTOP");
    stopped.push(pid);
  };
  try {
    await asking(databaseOf(data), async (client) => {
      // First the process that makes others: a connection opened in between would be missing from the list below.
      stop(postgresOf(data));
      const backends = async () => {
        const { rows } = await client.query("select pid from pg_stat_activity where application_name ~ '^kith:'");
        for (const { pid } of rows) if (!stopped.includes(Number(pid))) stop(Number(pid));
        return (await kith.status(ready)) === 503;
      };
      await until(backends, "the silence to be noticed");
    });
    expect(await kith.status("/api/health/live")).toBe(200);
  } finally {
    for (const pid of stopped) process.kill(pid, "SIGCONT");
  }
  await until(() => isReady(kith), "Kith to be ready again");
});

test("a page whose database is away says so calmly, without a script, until it is back", async () => {
  const kith = await launch({ data });
  await kith.up();
  const cluster = join(data, "postgres/data");
  const postgres = postgresOf(data);
  renameSync(cluster, `${cluster}.away`);
  process.kill(postgres, "SIGKILL");
  await until(async () => !(await isReady(kith)), "the database to be missed");
  const page = await fetch(kith.url);
  const words = await page.text();
  expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(words).toMatch(/<body><main .*Something went wrong on our side.*quote <span[^>]*>\d+</s);
  expect(words).not.toMatch(/ECONNREFUSED|kith@|127\.0\.0\.1|select /i);
  expect(await kith.status("/api/health/live")).toBe(200);
  renameSync(`${cluster}.away`, cluster);
  await until(() => isReady(kith), "Kith to be ready again");
  expect((await kith.told("SIGTERM")).code).toBe(0);
});

test("a lost news line serves no old page and comes back", async () => {
  const kith = await launch({ data });
  await kith.up();
  const title = () => fetch(kith.url).then((page) => page.text());
  const before = await title();
  await asking(databaseOf(data), async (client) => {
    const lines = () => client.query("select pid from pg_stat_activity where application_name like 'kith-news:%'");
    const { rows } = await lines();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'kith-news:%'",
    );
    // Nobody tells of this change: only a page that is made anew has it.
    const changed = await client.query(
      "update posts set title = 'Nobody was told' where id = (select id from posts where published_at is not null and audience = 'everyone' order by published_at desc limit 1) returning title",
    );
    expect(changed.rowCount).toBe(1);
    expect(before).not.toContain("Nobody was told");
    await until(async () => (await title()).includes("Nobody was told"), "the new page", 1_000);
    await until(async () => (await lines()).rows.some(({ pid }) => pid !== rows[0].pid), "the line to come back");
  });
});
