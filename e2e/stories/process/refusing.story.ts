import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { openEmbedded } from "#/db/embedded";
import { asking, clearAway, databaseOf, isAlive, launch, newData, postgresOf } from "../../site/process";
import { oldServer, silentServer } from "../../site/servers";

test.afterAll(clearAway);

/** Launches a Kith that cannot start, and expects one sentence, exit code 1, and nothing left running. */
async function refused(sentence: RegExp, env: Record<string, string>, data = newData()) {
  const kith = await launch({ data, env });
  expect(await kith.ended).toBe(1);
  expect(kith.complained()).toMatch(sentence);
  expect(kith.complained()).not.toMatch(/^\s+at |node:|\.mjs/m);
  expect(kith.said()).not.toContain("Kith is at");
  expect(isAlive(postgresOf(data))).toBe(false);
  return kith.complained();
}

const portOf = (server: Server) => {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
};

test.describe("Kith does not start, and says why in one sentence", () => {
  test("when its port is taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    await refused(/^Port \d+ is already taken\. .*\n$/, { PORT: String(portOf(server)) });
    server.close();
  });

  test("when its address is not of this machine", async () => {
    await refused(/^This machine has no address 192\.0\.2\.1 .*\n$/, { HOST: "192.0.2.1" });
    await refused(/^This machine has no address nowhere\.invalid .*\n$/, { HOST: "nowhere.invalid" });
  });

  test("when its data folder cannot be written", async () => {
    const file = join(newData(), "file");
    writeFileSync(file, "");
    await refused(/^Kith cannot write .*\(ENOTDIR\): .*\n$/, {}, join(file, "data"));
  });

  test("when settings are wrong, all of them", async () => {
    const said = await refused(/^These settings are wrong:\n/, { PORT: "many", KITH_URL: "kith", LOG_LEVEL: "loud" });
    expect(said.match(/^ {2}(PORT|KITH_URL|LOG_LEVEL) .+$/gm)).toHaveLength(3);
  });

  test("when its data are of a newer version", async () => {
    const data = newData();
    const kith = await launch({ data });
    await kith.up();
    await asking(databaseOf(data), (client) =>
      client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 32503680000000)"),
    );
    await kith.told("SIGTERM");
    await refused(/^This data folder was written by a newer Kith\. .*\n$/, {}, data);
    writeFileSync(join(data, "postgres/data/PG_VERSION"), "99\n");
    await refused(/^.* was written by PostgreSQL 99, which is newer than the 18 .*\n$/, {}, data);
  });

  test("when the server of DATABASE_URL is not there, or says nothing", async () => {
    const unreachable = /^The database of DATABASE_URL cannot be reached\. .*\n$/;
    await refused(unreachable, { DATABASE_URL: "postgresql://kith:kith@127.0.0.1:1/kith" });
    await refused(unreachable, { DATABASE_URL: "postgresql://kith:kith@nowhere.invalid/kith" });
    const silent = await silentServer();
    const since = performance.now();
    await refused(unreachable, { DATABASE_URL: `postgresql://kith:kith@127.0.0.1:${portOf(silent)}/kith` });
    expect(performance.now() - since).toBeLessThan(15_000);
    silent.close();
  });

  test("when the server of DATABASE_URL lets it not in, or has no such database", async () => {
    const { url, close } = await openEmbedded({ folder: newData(), durable: false });
    const other = (change: (url: URL) => void) => {
      const changed = new URL(url);
      change(changed);
      return changed.href;
    };
    try {
      const DATABASE_URL = other((to) => (to.password = "wrong"));
      await refused(/does not accept this name and password\.\n$/, { DATABASE_URL });
      await refused(/^The database named in DATABASE_URL does not exist .*\n$/, {
        DATABASE_URL: other((to) => (to.pathname = "/none")),
      });
      await asking(url, (client) => client.query("create role guest login password 'guest'"));
      const asGuest = other((to) => Object.assign(to, { username: "guest", password: "guest" }));
      await refused(/^The user of DATABASE_URL may not make tables .*\n$/, { DATABASE_URL: asGuest });
    } finally {
      await close();
    }
  });

  test("when the server of DATABASE_URL is too old", async () => {
    const old = await oldServer("14.19");
    await refused(/^The database server is PostgreSQL 14\.19\. Kith needs 15 or later\.\n$/, {
      DATABASE_URL: `postgresql://kith:kith@127.0.0.1:${portOf(old)}/kith`,
    });
    old.close();
  });
});
