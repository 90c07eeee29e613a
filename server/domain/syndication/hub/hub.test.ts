import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, isNotNull } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { hubTopics } from "#/db/schema/syndication";
import { publishNextPlanned } from "#/server/domain/posts/commands";
import { carryNext } from "#/server/domain/notifications/carry";
import { type Config, readConfig } from "#/server/platform/config";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage, test, type Village } from "#/server/testing/village";
import { startHub } from "#/server/testing/websub";
import { changes } from "../../settings/schema";
import { noteForHub } from "./news";
import { forgetTopics, soonest, tellNext } from "./tell";

type Hub = Awaited<ReturnType<typeof startHub>>;

let hub: Hub;
let folder: string;
beforeAll(async () => {
  await bundleTextWorker();
  folder = await mkdtemp(join(tmpdir(), "kith-hub-"));
});
beforeEach(async () => {
  hub = await startHub();
  const shared = globalThis as typeof globalThis & { kithConfig?: Config; kithGuard?: unknown };
  const set = { KITH_DATA: folder, AUTH_SECRET: "x".repeat(32), NODE_ENV: "test", KITH_URL: "https://kith.example" };
  shared.kithConfig = readConfig({ ...set, KITH_PRIVATE_HOSTS: hub.host });
  // Another hub is another private host: the guard is made anew with it.
  delete shared.kithGuard;
});
afterEach(() => hub.close());
afterAll(() => rm(folder, { recursive: true }));

const minute = 60_000;
const setHub = (village: Village, value = hub.url) => village.as("Candy").settings.set({ key: "feeds.hub", value });
const carry = async (village: Village) => {
  while ((await carryNext(village.context(null), 100, noteForHub)) > 0);
};
const tell = async (village: Village) => {
  while ((await tellNext(village.context(null))) === "done");
};
/** What the hub hears of what was just done: feeds by their paths, each in its three languages. */
async function news(village: Village): Promise<string[]> {
  await carry(village);
  village.later(10_000);
  await tell(village);
  const paths = hub.news();
  const feeds = new Set(paths.map((path) => path.replace(/\.\w+$/, "")));
  const expected = [...feeds].flatMap((feed) => ["atom", "json", "rss"].map((language) => `${feed}.${language}`));
  expect(paths).toEqual(expected.sort());
  return [...feeds].sort();
}
/** A village whose hub has nothing to hear yet. */
async function withHub(village: Village): Promise<Village> {
  await setHub(village);
  await carry(village);
  hub.news();
  return village;
}
const publish = (village: Village, more = {}) =>
  village.as("Kofi").posts.write({ title: "Chairs", source: "Sit.", tags: ["Chairs"], publish: true, ...more });
const ofPost = ["/m/kofi/posts", "/posts", "/t/chairs/posts"];
const ofComment = (key: string) => ["/comments", `/p/${key}/comments`].sort();

describe("the hub's address", () => {
  test.each([
    ["hub.example", "whole address"],
    ["ftp://hub.example/", "whole address"],
    ["https://me:secret@hub.example/", "whole address"],
    ["https://hub.example:22/", "whole address"],
    ["http://10.0.0.7/", "KITH_PRIVATE_HOSTS"],
    ["http://127.0.0.1:1/", "KITH_PRIVATE_HOSTS"],
  ])("%s is refused with what it should be", async (value, said) => {
    const read = changes.safeParse({ "feeds.hub": value });
    expect(read.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [["feeds.hub"], expect.stringContaining(said)],
    ]);
  });

  test("is for the owner to set and to see how it fares", async ({ village }) => {
    expect(await village.as("Candy").syndication.hub()).toBeNull();
    await setHub(village, " https://hub.example ");
    expect(await village.asVisitor().settings.site()).toMatchObject({ hub: "https://hub.example/" });
    expect(await village.as("Candy").syndication.hub()).toEqual({ toldAt: null, problem: null });
    await expect(village.as("Shawn").syndication.hub()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await setHub(village, "");
    expect(await village.asVisitor().settings.site()).toMatchObject({ hub: null });
  });
});

describe("a hub", () => {
  test("is told of every public feed that a new post or comment stands in", async ({ village }) => {
    await withHub(village);
    const { key } = await publish(village, { tags: ["Chairs", "Wood & glue"] });
    expect(await news(village)).toEqual([...ofPost, "/t/wood-glue/posts"]);
    expect(await news(village)).toEqual([]);
    await village.as("Priya").comments.write({ postKey: key, source: "A word." });
    await carry(village);
    await tell(village);
    const [first] = hub.heard;
    const topic = "https://kith.example/comments.atom";
    expect(first).toMatchObject({ mode: "publish", url: topic, topic });
    expect(first?.headers).toMatchObject({
      "content-type": "application/x-www-form-urlencoded",
      "user-agent": "Kith (+https://kith.example)",
    });
    expect(first?.headers.cookie).toBeUndefined();
    expect(await news(village)).toEqual(ofComment(key));
  });

  test("is told of what changes, goes, and comes back", async ({ village }) => {
    await withHub(village);
    const [kofi, shawn] = [village.as("Kofi"), village.as("Shawn")];
    const { key } = await publish(village);
    const said = await village.as("Priya").comments.write({ postKey: key, source: "A word." });
    const words = { key, title: "Chairs", source: "Sit down.", tags: ["Chairs"], audience: "everyone" as const };
    const everything = [...ofPost, ...ofComment(key)].sort();
    expect(await news(village)).toEqual(everything);

    const deeds: [what: string, deed: () => Promise<unknown>, feeds: string[]][] = [
      ["edited", () => kofi.posts.edit(words), ofPost],
      [
        "about something else",
        () => kofi.posts.edit({ ...words, tags: ["Tables"] }),
        ["/m/kofi/posts", "/posts", "/t/tables/posts"],
      ],
      ["about it again", () => kofi.posts.edit(words), ofPost],
      ["narrowed", () => kofi.posts.edit({ ...words, audience: "members" }), ["/comments", "/m/kofi/posts", "/posts"]],
      ["changed while narrow", () => kofi.posts.edit({ ...words, audience: "members", source: "Sit." }), []],
      ["widened", () => kofi.posts.edit(words), everything],
      [
        "hidden",
        () => shawn.moderation.hide({ thing: { post: key }, rule: "kind", reason: "x" }),
        ["/comments", "/m/kofi/posts", "/posts"],
      ],
      ["changed while hidden", () => kofi.posts.edit({ ...words, source: "Stand." }), []],
      ["shown again", () => shawn.moderation.unhide({ thing: { post: key } }), everything],
      ["deleted", () => kofi.posts.delete({ key }), ["/comments", "/m/kofi/posts", "/posts"]],
      ["brought back", () => kofi.posts.undoDelete({ key }), everything],
      [
        "comment edited",
        () => village.as("Priya").comments.edit({ key: said.key, source: "Two words." }),
        ofComment(key),
      ],
      [
        "comment hidden",
        () => shawn.moderation.hide({ thing: { comment: said.key }, rule: "kind", reason: "x" }),
        ofComment(key),
      ],
      ["comment edited while hidden", () => village.as("Priya").comments.edit({ key: said.key, source: "Three." }), []],
      ["comment shown again", () => shawn.moderation.unhide({ thing: { comment: said.key } }), ofComment(key)],
      ["comment deleted", () => village.as("Priya").comments.delete({ key: said.key }), ofComment(key)],
      ["comment brought back", () => village.as("Priya").comments.undoDelete({ key: said.key }), ofComment(key)],
    ];
    for (const [what, deed, feeds] of deeds) {
      village.later(minute);
      await deed();
      expect(await news(village), what).toEqual(feeds);
    }
  });

  test("hears nothing, at no time and of no feed, of what is not for everybody", async ({ village }) => {
    await withHub(village);
    const kofi = village.as("Kofi");
    const quiet = async (what: string) => expect(await news(village), what).toEqual([]);
    for (const audience of ["members", "connections", "me"] as const) {
      const { key } = await publish(village, { audience, tags: ["Secret"] });
      await quiet(`a post for ${audience}`);
      const said = await kofi.comments.write({ postKey: key, source: `Under a post for ${audience}` });
      await kofi.comments.edit({ key: said.key, source: "Changed" });
      await kofi.comments.delete({ key: said.key });
      await quiet(`comments for ${audience}`);
      await kofi.posts.edit({ key, title: "Tables", source: "Stand.", tags: ["Secret"], audience });
      await kofi.posts.delete({ key });
      await quiet(`what becomes of a post for ${audience}`);
      village.later(60 * minute);
    }
    const draft = await kofi.posts.write({ title: "Draft", source: "x", tags: ["Secret"] });
    await kofi.posts.edit({ key: draft.key, title: "Draft", source: "y", tags: ["Secret"] });
    await kofi.posts.delete({ key: draft.key });
    await quiet("a draft");

    const { key } = await publish(village);
    await news(village);
    const { key: waits } = await village.as("Priya").comments.write({ postKey: key, source: "A word." });
    await village.db.update(comments).set({ state: "held" }).where(eq(comments.key, waits));
    await quiet("a held comment");
    await village.as("Priya").comments.edit({ key: waits, source: "Another." });
    await quiet("a change of a held comment");
    await village.as("Shawn").moderation.leave({ comment: waits });
    await quiet("a comment that was left out");

    const secret = { key, title: "Chairs", source: "Sit.", tags: ["Secret"], audience: "connections" as const };
    await kofi.posts.edit(secret);
    expect(await news(village), "narrowed and about something that few know of").toEqual(["/m/kofi/posts", "/posts"]);
    await kofi.posts.edit({ ...secret, tags: [], audience: "everyone" });
    expect(await news(village), "widened without it").toEqual(["/m/kofi/posts", "/posts"]);
  });

  test("hears of a planned post when it is published, not when it is planned", async ({ village }) => {
    await withHub(village);
    const { key } = await village.as("Kofi").posts.write({ title: "Later", source: "x", tags: ["Chairs"] });
    const inAnHour = new Date(village.context(null).now().getTime() + 60 * minute);
    await village.as("Kofi").posts.plan({ key, at: inAnHour.toISOString().slice(0, 16), zone: "UTC" });
    expect(await news(village)).toEqual([]);
    village.later(61 * minute);
    expect(await publishNextPlanned(village.context(null))).toBe(true);
    expect(await news(village)).toEqual(ofPost);
  });

  test("is not told anything where the site has none", async ({ village }) => {
    await publish(village);
    expect(await news(village)).toEqual([]);
    expect(await village.db.select().from(hubTopics)).toEqual([]);
    await setHub(village);
    expect(await news(village), "what was before").toEqual([]);
    await publish(village);
    await carry(village);
    await setHub(village, "");
    await tell(village);
    expect(hub.news()).toEqual([]);
    await forgetTopics(village.context(null));
    expect(await village.db.select().from(hubTopics)).toEqual([]);
  });
});

describe("telling a hub", () => {
  const waiting = (village: Village) => village.db.select().from(hubTopics).where(isNotNull(hubTopics.tellAt));
  const atom = (village: Village) =>
    village.db
      .select()
      .from(hubTopics)
      .where(and(eq(hubTopics.path, "/posts.atom")));

  test("happens once for much that happens in a moment, and then after a pause", async ({ village }) => {
    await withHub(village);
    await Promise.all(["One", "Two", "Three"].map((title) => publish(village, { title })));
    await carry(village);
    await tell(village);
    expect(hub.news().filter((path) => path === "/posts.atom")).toHaveLength(1);
    await publish(village, { title: "Four" });
    await carry(village);
    await tell(village);
    expect(hub.news()).toEqual([]);
    expect(await soonest(village.context(null))).toBe(5_000);
    village.later(5_000);
    await tell(village);
    expect(hub.news().filter((path) => path === "/posts.atom")).toHaveLength(1);
    expect(await soonest(village.context(null))).toBeNull();
  });

  test("is tried again after growing waits, given up after seven, and said to the owner", async ({ village }) => {
    await withHub(village);
    hub.says(503);
    await publish(village, { tags: [] });
    await carry(village);
    const state = () => village.as("Candy").syndication.hub();
    const waits: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      expect(await tellNext(village.context(null))).toBe("away");
      const [row] = await atom(village);
      while ((await tellNext(village.context(null))) === "away");
      const [last] = await atom(village);
      expect((row ?? last)?.status === null || last?.status === 503).toBe(true);
      const { problem } = (await state()) ?? {};
      expect(problem).toMatchObject({ because: "status", status: 503, feeds: 6 });
      if (!problem?.againAt) break;
      const wait = problem.againAt.getTime() - village.context(null).now().getTime();
      waits.push(wait / minute);
      village.later(wait);
    }
    expect(waits).toEqual([1, 5, 15, 60, 180, 360]);
    expect(await waiting(village)).toEqual([]);
    expect(hub.news()).toHaveLength(7 * 6);
    expect(await atom(village)).toMatchObject([{ tries: 0, toldAt: null, failedAt: village.context(null).now() }]);

    hub.says(204);
    village.later(minute);
    await publish(village, { tags: [] });
    expect(await news(village)).toEqual(["/m/kofi/posts", "/posts"]);
    expect(await state()).toMatchObject({ problem: null, toldAt: expect.any(Date) });
  });

  test("is over at once where the hub wants nothing of it, and leads nowhere else", async ({ village }) => {
    await withHub(village);
    for (const [status, to] of [[404], [400], [302, `${hub.url}other`], [307, hub.url]] as const) {
      hub.says(status, to);
      village.later(minute);
      await publish(village, { tags: [] });
      await carry(village);
      await tell(village);
      expect(hub.news(), `${status}`).toHaveLength(6);
      expect(await waiting(village)).toEqual([]);
      expect(await village.as("Candy").syndication.hub()).toMatchObject({ problem: { status, againAt: null } });
    }
  });

  test("ends the round where nobody answers, and leaves another hub's feeds alone", async ({ village }) => {
    await withHub(village);
    await publish(village);
    await carry(village);
    await hub.close();
    expect(await tellNext(village.context(null))).toBe("away");
    const problem = { because: "unreachable", status: null, feeds: 1 };
    expect(await village.as("Candy").syndication.hub()).toMatchObject({ problem });
    await setHub(village, "https://hub.example/");
    expect(await tellNext(village.context(null))).toBe("none");
    expect(await village.as("Candy").syndication.hub()).toEqual({ toldAt: null, problem: null });
    await forgetTopics(village.context(null));
    expect(await village.db.select().from(hubTopics)).toEqual([]);
  });

  test("is shared among several Kith, and what changes meanwhile is told after", async () => {
    const village = await ownVillage();
    try {
      await withHub(village);
      await publish(village);
      await carry(village);
      const many = (await waiting(village)).length;
      const lane = () => tell(village);
      await Promise.all([lane(), lane(), lane(), publish(village).then(() => carry(village))]);
      const first = hub.news();
      expect(new Set(first).size).toBe(many);
      village.later(10_000);
      await tell(village);
      expect(new Set([...first, ...hub.news()]).size).toBe(many);
      expect(await waiting(village)).toEqual([]);
    } finally {
      await village.close();
    }
  });
});
