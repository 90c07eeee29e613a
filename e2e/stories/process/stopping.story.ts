import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { shared } from "#/server/testing/shared";
import { cookieOf } from "../../site/member";
import { asking, clearAway, databaseOf, endAll, isAlive, launch, newData, postgresOf, until } from "../../site/process";

/** One site for all stories here: a Kith that stops in order leaves it as it was. */
let data = "";
test.beforeAll(() => {
  data = newData();
});
test.afterEach(endAll);
test.afterAll(clearAway);

const inOrder = { code: 0 };
const inTime = 5_000;
const labs = [
  { kind: "author", many: 30 },
  { kind: "comment", many: 181 },
  { kind: "post", many: 224 },
];

test.describe("Kith that is told to stop", () => {
  test("while its first cluster is being made leaves nothing running and nothing in the way", async () => {
    const kith = await launch({ data });
    const home = join(data, "postgres");
    await until(() => existsSync(home) && readdirSync(home).some((name) => /^data\..*new$/.test(name)), "initdb");
    const { ms, ...how } = await kith.told("SIGTERM");
    expect(how).toEqual(inOrder);
    expect(ms).toBeLessThan(inTime);
    await until(() => !isAlive(postgresOf(data)), "what was just starting to end", 1_000);
    const next = await launch({ data });
    await next.up();
    expect(readdirSync(home).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    test(`by ${signal} takes its PostgreSQL with it`, async () => {
      const kith = await launch({ data });
      await kith.up();
      const postgres = postgresOf(data);
      expect(isAlive(postgres)).toBe(true);
      const { ms, ...how } = await kith.told(signal);
      expect(how).toEqual(inOrder);
      expect(ms).toBeLessThan(inTime);
      expect(isAlive(postgres)).toBe(false);
      expect(kith.complained()).toBe("");
    });

  test("does not wait for kept connections and stuck requests", async () => {
    const kith = await launch({ data });
    await kith.up();
    const agent = new Agent({ keepAlive: true });
    get(`${kith.url}/api/health/live`, { agent }, (answer) => answer.resume());
    await asking(databaseOf(data), async (client) => {
      await client.query("begin");
      await client.query("lock table posts in access exclusive mode");
      const stuck = fetch(kith.url).catch(() => null);
      await until(() => waiting(databaseOf(data)), "a request to be stuck");
      const { ms, ...how } = await kith.told("SIGTERM");
      expect(how).toEqual(inOrder);
      expect(ms).toBeLessThan(inTime);
      await stuck;
    });
    agent.destroy();
    expect(postgresOf(data)).toBe(0);
  });

  test("in the middle of an import goes on with it when it starts again, and brings everything in once", async () => {
    const brought = newData();
    const first = await launch({ data: brought, args: ["--demo"] });
    await first.up();
    const owner = await cookieOf(first, "candy", readFileSync(join(brought, "village-password"), "utf8").trim());
    const sent = await fetch(`${first.url}/api/imports?name=labs.xml`, {
      method: "POST",
      body: readFileSync(shared("data/imports/wxr/real-cc-labs-blog.xml")),
      headers: { "content-type": "application/xml", origin: first.url, cookie: owner },
    });
    expect(sent.status).toBe(201);
    const tell = async () => {
      const { rows } = await asking(databaseOf(brought), (client) =>
        client.query("select state, bytes_read as read, account from imports"),
      );
      return rows[0];
    };
    await until(async () => (await tell()).read > 100_000, "the import to be on its way");
    const { ms, ...how } = await first.told("SIGTERM");
    expect(how).toEqual(inOrder);
    expect(ms).toBeLessThan(inTime);

    const next = await launch({ data: brought });
    await next.up();
    expect((await tell()).state).toBe("running");
    await until(async () => (await tell()).state === "done", "the rest of the import", 60_000);
    const { rows } = await asking(databaseOf(brought), (client) =>
      client.query("select kind, count(*)::int as many from imported_things group by kind order by kind"),
    );
    // The counts of data/imports/manifest.json: 219 posts and 5 pages, 181 comments, 30 authors.
    expect(rows).toEqual(labs);
  });

  test("while it starts again stops what it has started", async () => {
    for (const moment of [100, 250, 500]) {
      const kith = await launch({ data });
      await until(() => kith.status("/").then(Boolean, () => false), "the address");
      await new Promise((resolve) => setTimeout(resolve, moment));
      const { code } = await kith.told("SIGTERM");
      expect({ code, complained: kith.complained() }).toEqual({ code: 0, complained: "" });
      expect(isAlive(postgresOf(data))).toBe(false);
    }
  });

  test("by Ctrl-C in the terminal of npm start ends like that, too", async () => {
    const npm = await launch({ data, program: "bin/start.mjs" });
    await npm.up();
    const postgres = postgresOf(data);
    const { ms, ...how } = await npm.told("SIGINT", "its group");
    expect(how).toEqual(inOrder);
    expect(ms).toBeLessThan(inTime);
    expect(isAlive(postgres)).toBe(false);
  });
});

/** Whether a query of Kith waits for a lock. */
const waiting = (url: string) =>
  asking(url, async (client) => {
    const { rowCount } = await client.query(
      "select from pg_stat_activity where wait_event_type = 'Lock' and application_name like 'kith:%'",
    );
    return rowCount !== 0;
  });
