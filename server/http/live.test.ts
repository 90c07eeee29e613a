import { createServer, type Server } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { comments } from "#/db/schema/comments";
import { sessions } from "#/db/schema/identities";
import { posts } from "#/db/schema/posts";
import type { Name } from "#/db/seed/village";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage } from "#/server/testing/village";
import { openDatabase } from "../context";
import { hashOf } from "../domain/identities/token";
import { setSetting } from "../domain/settings/commands";
import { Live } from "./live";
import { listen, type News } from "./news";

let village: Awaited<ReturnType<typeof ownVillage>>;
let news: News;
let live: Live;
let server: Server;
let postKey: string;
let nth = 0;

beforeAll(async () => {
  await bundleTextWorker();
  village = await ownVillage();
  openDatabase(village.url);
  for (const key of ["comments.minute", "comments.hour", "posts.hour"])
    await setSetting(village.context("Candy"), { key, value: 10_000 });
});
afterAll(() => village.close());

beforeEach(async () => {
  live = new Live();
  news = listen(village.url, (piece) => live.heard(piece && piece.tags));
  server = createServer((request, response) => {
    request.headers["x-kith-client"] = "192.0.2.1";
    void live.open(request, response);
  }).listen(0, "127.0.0.1");
  await expect.poll(news.hears).toBe(true);
  postKey = await posted();
});
afterEach(async () => {
  live.close();
  await news.close();
  server.closeAllConnections();
  server.close();
});

const posted = async (more: object = {}) =>
  (await village.as("Susan").posts.write({ title: `Busy ${nth++}`, source: "Talk.", publish: true, ...more })).key;

const says = async (who: Name, on = postKey) => {
  village.later(10_000);
  return (await village.as(who).comments.write({ postKey: on, source: `Words number ${nth++}` })).key;
};

/** A session of somebody's, as a Cookie header. */
async function cookieOf(who: Name) {
  const token = `token-of-${who}-${nth++}`;
  const at = new Date();
  const memberId = village.person(who).id;
  await village.db.insert(sessions).values({
    tokenHash: hashOf(token),
    memberId,
    madeAt: at,
    seenAt: at,
    expiresAt: new Date(at.getTime() + 3_600_000),
  });
  return `kith=${token}`;
}

type Listener = { status: number; text: () => string; keys: () => string[]; ended: Promise<void> };

/** Opens a stream and writes down what it says. */
async function listener({ who, on = postKey, more = "", resume }: Partial<Wish> = {}): Promise<Listener> {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const since = village.context(null).now().getTime();
  const answer = await fetch(`http://127.0.0.1:${port}/live?post=${on}&since=${since}${more}`, {
    headers: { ...(who && { cookie: await cookieOf(who) }), ...(resume && { "last-event-id": String(resume) }) },
  });
  let heard = "";
  const reading = async () => {
    for await (const piece of answer.body ?? []) heard += Buffer.from(piece).toString();
  };
  const ended = reading().catch(() => undefined);
  const keys = () =>
    [...heard.matchAll(/event: comments\n.*\ndata: (.*)\n/g)].flatMap(([, data]) => keysIn(data ?? ""));
  return { status: answer.status, text: () => heard, keys, ended };
}
type Wish = { who: Name; on: string; more: string; resume: number };
const keysIn = (data: string) => (JSON.parse(data) as { keys: string[] }).keys;

describe("an open page", () => {
  test("hears of a comment by its key alone", async () => {
    village.later(60_000);
    const [visitor, member] = [await listener(), await listener({ who: "Hank" })];
    const key = await says("Justin");
    await expect.poll(visitor.keys).toEqual([key]);
    await expect.poll(member.keys).toEqual([key]);
    expect(visitor.text()).not.toContain("Words");
  });

  test("hears nothing of another post, and is told nothing twice", async () => {
    village.later(60_000);
    const visitor = await listener();
    await says("Justin", await posted());
    const first = await says("Justin");
    const second = await says("Candy");
    await expect.poll(visitor.keys).toEqual([first, second]);
  });

  test("goes on after a break where it was", async () => {
    village.later(60_000);
    const at = village.context(null).now().getTime();
    const missed = await says("Justin");
    village.later(60_000);
    expect(await listener().then(({ keys }) => keys())).toEqual([]);
    const back = await listener({ resume: at });
    await expect.poll(back.keys).toEqual([missed]);
  });

  test("never hears of what its reader may not read", async () => {
    village.later(60_000);
    const [visitor, apart, muting] = [
      await listener(),
      await listener({ who: "Marguerite" }),
      await listener({ who: "Hank" }),
    ];
    await village.as("Hank").connections.mute({ person: { handle: village.person("Bert").handle } });
    const fromBert = await says("Bert");
    const held = await says("Justin");
    const hidden = await says("Newcomer");
    await village.db.update(comments).set({ state: "held" }).where(eq(comments.key, held));
    await village.db.update(comments).set({ hiddenAt: new Date(), hiddenRule: "kind" }).where(eq(comments.key, hidden));
    const last = await says("Candy");
    for (const { keys } of [visitor, apart, muting]) await expect.poll(keys).toContain(last);
    const late = await listener({ resume: village.context(null).now().getTime() - 100_000 });
    await expect.poll(late.keys).toContain(last);
    expect(late.keys()).toEqual([fromBert, last]);
    expect(visitor.keys()).toContain(fromBert);
    expect(apart.keys()).not.toContain(fromBert);
    expect(muting.keys()).not.toContain(fromBert);
  });

  test("of a post for its author's network is opened for them and nobody else", async () => {
    const on = await posted({ audience: "connections" });
    expect((await listener({ on })).status).toBe(404);
    expect((await listener({ on, who: "Newcomer" })).status).toBe(404);
    expect((await listener({ on, who: "Fiadh" })).status).toBe(200);
  });

  test("is cut off when the post is no longer for its reader", async () => {
    const visitor = await listener();
    const [post] = await village.db.select().from(posts).where(eq(posts.key, postKey));
    await village.db.update(posts).set({ audience: "members" }).where(eq(posts.key, postKey));
    live.heard([`post:${post?.id}`]);
    await visitor.ended;
  });

  test("is cut off before anything is said to a session that has ended", async () => {
    village.later(60_000);
    const member = await listener({ who: "Hank" });
    await village.db.delete(sessions).where(eq(sessions.memberId, village.person("Hank").id));
    const key = await says("Justin");
    await member.ended;
    expect(member.text()).not.toContain(key);
  });

  test("hears when the recent comments change, as its reader has them", async () => {
    village.later(60_000);
    const [visitor, apart] = [
      await listener({ more: "&recent=1" }),
      await listener({ who: "Marguerite", more: "&recent=1" }),
    ];
    const key = await says("Bert");
    await expect.poll(visitor.text).toContain(`event: recent\ndata: ${key}`);
    const other = await says("Justin");
    await expect.poll(apart.text).toContain(`event: recent\ndata: ${other}`);
    expect(apart.text()).not.toContain(key);
  });
});

describe("the streams of one place", () => {
  test("are as many as the site allows", async () => {
    await setSetting(village.context("Candy"), { key: "live.each", value: 2 });
    expect([(await listener()).status, (await listener()).status, (await listener()).status]).toEqual([200, 200, 429]);
    expect((await listener({ who: "Hank" })).status).toBe(200);
    await setSetting(village.context("Candy"), { key: "live.most", value: 3 });
    expect((await listener({ who: "Kofi" })).status).toBe(429);
    await setSetting(village.context("Candy"), { key: "live.each", value: 20 });
    await setSetting(village.context("Candy"), { key: "live.most", value: 2_000 });
  });

  test("are no more than that when many are asked for at the same moment", async () => {
    await setSetting(village.context("Candy"), { key: "live.each", value: 3 });
    const opened = await Promise.all(Array.from({ length: 12 }, () => listener()));
    expect(opened.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(live.size).toBe(3);
    await setSetting(village.context("Candy"), { key: "live.each", value: 20 });
  });

  test("end when Kith does, and nobody is let in after", async () => {
    const [one, other] = [await listener(), await listener({ who: "Hank" })];
    live.close();
    await Promise.all([one.ended, other.ended]);
    expect((await listener()).status).toBe(503);
  });

  test.each(["post=x&since=1", "since=1", "post=aaaaaaaaaa", "post=aaaaaaaaaa&since=-1"])(
    "are not opened by %s",
    async (query) => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      expect((await fetch(`http://127.0.0.1:${port}/live?${query}`)).status).toBe(400);
    },
  );
});
