import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { importedThings } from "#/db/schema/imports";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { createCaller } from "#/server/api/root";
import { type Asked, everyQuery } from "#/server/testing/every-query";
import { shared } from "#/server/testing/shared";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import type { Viewer } from "../policy";
import { bringFrom, bringText, comment, item, porch } from "./bring/sample";
import { wxr } from "./wxr/sample";

beforeAll(bundleTextWorker);

/** The names and addresses of all that came in, none of which gives away its words. */
async function broughtIn({ db }: Village): Promise<Asked> {
  const ids = (await db.select().from(importedThings)).map(({ thingId }) => thingId);
  const all = await db
    .select({ id: posts.id, key: posts.key, handle: members.handle })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(inArray(posts.id, ids));
  const said = await db.select({ key: comments.key }).from(comments).where(inArray(comments.id, ids));
  return {
    postKeys: all.map(({ key }) => key),
    postIds: all.map(({ id }) => id),
    commentKeys: said.map(({ key }) => key),
    handles: [...new Set(all.map(({ handle }) => handle))],
    tag: "uncategorized",
    paths: ["/?p=1", "/?p=2", "/2010/post-1/", "/2010/post-2/"],
  };
}

/** Asks every query of the api about all that came in, as somebody, and gives a line for each answer. */
async function everythingFor(village: Village, viewer: Viewer): Promise<string> {
  const [api, asked] = [createCaller({ ...village.context(null), viewer }), await broughtIn(village)];
  const answers: string[] = [];
  for (const [path, ask] of Object.entries(everyQuery)) {
    for (const answer of await Promise.allSettled(ask(api, asked))) {
      answers.push(`${path} ${JSON.stringify(answer.status === "fulfilled" ? answer.value : String(answer.reason))}`);
    }
  }
  return answers.join("\n");
}

/** What gave it away, short enough to be read. */
const linesWith = (all: string, words: RegExp) =>
  all.split("\n").flatMap((line) => {
    const at = line.search(words);
    return at < 0 ? [] : [`${line.split(" ")[0]}: …${line.slice(Math.max(0, at - 60), at + 30)}`];
  });

describe("what was not for everybody", () => {
  test("is not readable by anybody, through any query", { timeout: 120_000 }, async ({ village }) => {
    const told = await bringFrom(village.context("Candy"), shared("data/hostile/archives/wxr-private.xml"));
    expect(told.outcome).toMatchObject({
      posts: { new: 2 },
      comments: { new: 1 },
      remarks: { draft: 1, password: 1, held: 1, site: 1 },
    });
    const kept = await village.db
      .select()
      .from(posts)
      .where(inArray(posts.title, ["draft KITHCANARY1", "pw"]));
    expect(kept).toHaveLength(2);
    for (const person of [...village.people, null]) {
      const all = await everythingFor(village, person);
      expect(all.length).toBeGreaterThan(1000);
      expect(linesWith(all, /KITHCANARY|hunter2|a@b\.example/)).toEqual([]);
    }
  });

  test("does not answer to its old address either", async ({ village }) => {
    const items = [item({ id: 1 }), item({ id: 2, status: "draft" }), item({ id: 3, status: "private" })].join("");
    await bringText(village.context("Candy"), wxr(porch + items));
    const visitor = village.asVisitor();
    expect(await visitor.imports.newAddress({ path: "/2010/post-1/" })).toMatch(/^\/p\/[0-9a-z]{10}\/post-1$/);
    for (const path of ["/2010/post-2/", "/?p=2", "/2010/post-3/", "/?p=3"]) {
      expect(await visitor.imports.newAddress({ path })).toBeNull();
      expect(await village.as("Candy").imports.newAddress({ path })).toBeNull();
    }
  });

  test("loses a commenter's address that is a script, and keeps one of the web", async ({ village }) => {
    const url = (written: string) => ({ more: `<wp:comment_author_url>${written}</wp:comment_author_url>` });
    const written = [
      "javascript:alert(1)",
      "https://me.example/",
      "https://a:b@me.example/",
      "data:text/html,x",
      "me.example",
    ];
    const said = written.map((one, nth) => comment(nth + 1, url(one))).join("");
    await bringText(village.context("Candy"), wxr(porch + item({ comments: said })));
    const sites = await village.db
      .select({ site: comments.guestSite })
      .from(comments)
      .where(eq(comments.format, "html"));
    expect(sites.map(({ site }) => site).toSorted()).toEqual(["https://me.example/", null, null, null, null]);
  });

  test("is left out when it was in the trash, with what was said under it", async ({ village }) => {
    const told = await bringText(
      village.context("Candy"),
      wxr(porch + item({ status: "trash", comments: comment(1) })),
    );
    expect(told.outcome).toMatchObject({
      posts: { new: 0 },
      comments: { new: 0 },
      remarks: { trashedPost: 1, elsewhere: 1 },
    });
    expect(told.file).toMatchObject({ posts: 1, comments: 1 });
  });

  test("stays unseen comment by comment: held, spam and trash", async ({ village }) => {
    const said = ["1", "0", "spam", "trash"].map((approved, nth) => comment(nth + 1, { approved })).join("");
    await bringText(village.context("Candy"), wxr(porch + item({ comments: said })));
    const states = await village.db.select({ state: comments.state }).from(comments).where(eq(comments.format, "html"));
    expect(states.map(({ state }) => state).toSorted()).toEqual(["held", "shown", "spam", "trash"]);
    const all = await everythingFor(village, null);
    expect(linesWith(all, /Comment 1/)).not.toEqual([]);
    expect(linesWith(all, /Comment [234]/)).toEqual([]);
  });

  test("becomes private here when it was made private there since", async ({ village }) => {
    await bringText(village.context("Candy"), wxr(porch + item()));
    const told = await bringText(village.context("Candy"), wxr(porch + item({ status: "private" })));
    expect(told.outcome).toMatchObject({ posts: { changed: 1 } });
    expect(await village.asVisitor().imports.newAddress({ path: "/?p=1" })).toBeNull();
  });
});
