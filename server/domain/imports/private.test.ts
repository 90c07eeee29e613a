import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { importedThings } from "#/db/schema/imports";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { root } from "#/server/api/root";
import { shared } from "#/server/testing/shared";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { bringFrom, bringText, comment, item, porch } from "./bring/sample";
import { wxr } from "./wxr/sample";

beforeAll(bundleTextWorker);

/** Whatever anybody could send to a query here: keys, ids and addresses of what came in among them. */
async function inputsFor({ db }: Village) {
  const things = await db.select().from(importedThings);
  const ids = things.map(({ thingId }) => thingId);
  const all = await db
    .select({ id: posts.id, key: posts.key, handle: members.handle })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(inArray(posts.id, ids));
  const said = await db.select({ id: comments.id, key: comments.key }).from(comments).where(inArray(comments.id, ids));
  const of = all.flatMap(({ id, key, handle }) => [
    { key, postKey: key, post: key, handle, postId: id, id, slug: handle, person: { handle }, limit: 30 },
    { postId: id, limit: 100 },
  ]);
  const under = said.flatMap(({ id, key }) =>
    all.map((post) => ({
      key,
      comment: key,
      commentKey: key,
      commentId: id,
      id,
      postKey: post.key,
      post: post.key,
      postId: post.id,
    })),
  );
  const paths = ["/?p=1", "/?p=2", "/2010/post-1/", "/2010/post-2/"].map((path) => ({ path }));
  return [undefined, {}, { limit: 100 }, { limit: 15 }, ...of, ...under, ...paths];
}

/** Asks every query of the api everything, as somebody, and gives all that was answered. */
async function everythingFor(village: Village, who: Parameters<Village["context"]>[0]): Promise<string> {
  const answers: string[] = [];
  const caller: object = who ? village.as(who) : village.asVisitor();
  const inputs = await inputsFor(village);
  for (const [path, procedure] of Object.entries(root._def.procedures)) {
    const type: string = procedure._def.type;
    if (type !== "query") continue;
    const ask = path.split(".").reduce<unknown>((at, name) => Reflect.get(Object(at), name), caller);
    if (typeof ask !== "function") throw new Error(`${path} cannot be called`);
    for (const input of inputs) {
      const answer: unknown = await village.db.transaction(async () => Promise.resolve(ask(input))).catch(() => null);
      answers.push(`${path} ${JSON.stringify(answer)}`);
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
    for (const person of [...village.people.map(({ name }) => name), null]) {
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
