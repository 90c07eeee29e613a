import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect } from "vitest";
import { bundle } from "#/bin/bundle.mjs";
import { members } from "#/db/schema/members";
import { sites } from "#/db/schema/sites";
import { type Config, config } from "#/server/platform/config";
import { startNameServer } from "#/server/testing/name-server";
import { test, type Village } from "#/server/testing/village";
import { type RunningSite, startSite } from "#/server/testing/web";
import { lookForProofsAgain } from "./commands";

beforeAll(() => bundle({ only: ["feed-worker"] }));

const week = 7 * 86_400_000;
const running: { close: () => Promise<void> }[] = [];
let names: Awaited<ReturnType<typeof startNameServer>>;
beforeEach(async () => {
  names = await startNameServer();
  const shared = globalThis as typeof globalThis & { kithConfig?: Config };
  shared.kithConfig = { ...config(), nameServers: [names.address] };
  running.push(names);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((it) => it.close()));
});

/** Candy's own site, which the tests' KITH_PRIVATE_HOSTS names, and what she is to put there. */
async function candysSite({ db, as, person }: Village) {
  const site: RunningSite = await startSite({ "/": { type: "text/html", body: "" } });
  running.push(site);
  const address = `http://candy.localhost:${site.port}/`;
  await db
    .update(members)
    .set({ site: address })
    .where(eq(members.id, person("Candy").id));
  await as("Candy").sites.look();
  const proof = (await as("Candy").sites.mine()).known?.proof;
  return { site, profile: proof?.profile ?? "", path: proof?.path ?? "", text: proof?.text ?? "" };
}

const provenBy = async (village: Village) => (await village.as("Candy").sites.mine()).known?.provenBy;
/** Whether anybody at all is shown the mark. */
const isMarked = async (village: Village) => (await village.asVisitor().sites.card({ handle: "candy" })).site?.verified;
const later = async (village: Village, milliseconds: number) => {
  village.later(milliseconds);
  await lookForProofsAgain(village.context(null));
};

describe("a record in the DNS", () => {
  test("proves a site, in however many pieces it came, and only with the very words", async ({ village }) => {
    const { text } = await candysSite(village);
    const prove = () => village.as("Candy").sites.prove({ by: "dns" });
    await expect(prove()).rejects.toThrow("not-proven");
    names.at("candy.localhost", ["v=spf1 -all", `${text}x`, "kith-site=another"]);
    await expect(prove()).rejects.toThrow("not-proven");
    names.at("candy.localhost", ["x".repeat(600), text]);
    await prove();
    expect(await provenBy(village)).toBe("dns");
    expect(await isMarked(village)).toBe(true);
  });

  test("is looked for again after a week, and over when it is gone", async ({ village }) => {
    const { text } = await candysSite(village);
    names.at("candy.localhost", [text]);
    await village.as("Candy").sites.prove({ by: "dns" });
    await later(village, week + 1);
    expect(await provenBy(village)).toBe("dns");
    names.at("candy.localhost", ["v=spf1 -all"]);
    await later(village, week + 1);
    expect(await provenBy(village)).toBeNull();
  });

  test("is believed for a month where no name server answers", async ({ village }) => {
    const { text } = await candysSite(village);
    names.at("candy.localhost", [text]);
    await village.as("Candy").sites.prove({ by: "dns" });
    await Promise.all(running.splice(0).map((it) => it.close()));
    for (const _ of [1, 2, 3, 4]) {
      await later(village, week + 1);
      expect(await provenBy(village)).toBe("dns");
    }
    await later(village, week + 1);
    expect(await provenBy(village)).toBeNull();
  });
});

describe("the proof that was shown", () => {
  test("is looked for once a week, and no more often", async ({ village }) => {
    const { site, profile } = await candysSite(village);
    site.at("/", { type: "text/html", body: `<a rel="me" href="${profile}">me</a>` });
    await village.as("Candy").sites.prove({ by: "rel-me" });
    const asked = site.asked.length;
    await later(village, week - 1);
    expect(site.asked).toHaveLength(asked);
    await later(village, 2);
    await later(village, 3_600_000);
    expect(site.asked).toHaveLength(asked + 1);
    expect(await isMarked(village)).toBe(true);
  });

  test("holds for a month while the site does not answer, and then no longer", async ({ village }) => {
    const { site, profile } = await candysSite(village);
    site.at("/", { type: "text/html", body: `<a rel="me" href="${profile}">me</a>` });
    await village.as("Candy").sites.prove({ by: "rel-me" });
    site.at("/", (_, response) => response.writeHead(503).end());
    for (const _ of [1, 2, 3, 4]) {
      await later(village, week + 1);
      expect(await isMarked(village)).toBe(true);
    }
    await later(village, week + 1);
    expect(await isMarked(village)).toBe(false);
  });

  test("is over when what proved it is gone, and tells the pages that showed the mark", async ({ village }) => {
    const { site, path, text } = await candysSite(village);
    site.at(path, { type: "text/plain", body: text });
    await village.as("Candy").sites.prove({ by: "file" });
    site.at(path, (_, response) => response.writeHead(404).end());
    village.later(week + 1);
    const ctx = village.context(null);
    await lookForProofsAgain(ctx);
    expect(await isMarked(village)).toBe(false);
    expect(ctx.told).toEqual([{ type: "member.changed", memberId: village.person("Candy").id }]);
    await later(village, week + 1);
    expect(site.asked.filter((it) => it.path === path)).toHaveLength(2);
  });

  test("is not asked for at a banned host, and is over there", async ({ village }) => {
    const { site, path, text } = await candysSite(village);
    site.at(path, { type: "text/plain", body: text });
    await village.as("Candy").sites.prove({ by: "file" });
    await village.as("Shawn").sites.ban({ host: "candy.localhost" });
    await later(village, week + 1);
    expect(site.asked.filter((it) => it.path === path)).toHaveLength(1);
    expect(await village.db.$count(sites, eq(sites.provenBy, "file"))).toBe(0);
  });
});
