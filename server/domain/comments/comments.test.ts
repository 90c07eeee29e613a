import { inspect } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { events } from "#/db/schema/site";
import { siteUrl } from "#/server/platform/config";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage, test, type Village } from "#/server/testing/village";
import { setSetting } from "../settings/commands";
import { eraseDeletedComments } from "./commands";

beforeAll(bundleTextWorker);

const once = "0f0e0d0c-0b0a-4908-8706-050403020100";
const day = 24 * 60 * 60 * 1000;

/** A fresh post of Susan's that everybody may read. */
const posted = async (village: Pick<Village, "as">, more: object = {}) =>
  (await village.as("Susan").posts.write({ title: "Chairs", source: "Sit.", publish: true, ...more })).key;

const rowOf = async ({ db }: Pick<Village, "db">, key: string) => {
  const [row] = await db.select().from(comments).where(eq(comments.key, key));
  if (!row) throw new Error("No such comment");
  return row;
};

describe("a comment", () => {
  test("is rendered when written, told of, and found at its permalink", async ({ village }) => {
    const postKey = await posted(village);
    const { key, href, id } = await village.as("Justin").comments.write({ postKey, source: "I *stand*.\n\n<b>x</b>" });
    expect(href).toBe(`/p/${postKey}/chairs?c=${key}#c-${key}`);
    expect(await village.asVisitor().comments.address({ key })).toBe(href);
    const { items, count } = await village.asVisitor().comments.thread({ postKey });
    expect(items).toMatchObject([{ key, depth: 0, author: { name: "Justin", handle: "justin" }, face: "said" }]);
    expect(items[0]?.html).toContain("<em>stand</em>");
    expect(items[0]?.html).not.toContain("<b>x</b>");
    expect(count).toMatchObject({ comments: 1, people: 1 });
    const told = await village.db.select().from(events).where(eq(events.type, "comment.written"));
    expect(told.some(({ fact }) => fact.commentId === id)).toBe(true);
  });

  test("leads to other pages of this site by their paths, and its headings stand below the thread's", async ({
    village,
  }) => {
    const postKey = await posted(village);
    const source = `# So\n\n[here](${siteUrl()}/p/x?c=1#c-1) and [there](https://elsewhere.example/)`;
    await village.as("Justin").comments.write({ postKey, source });
    const [shown] = (await village.asVisitor().comments.thread({ postKey })).items;
    expect(shown?.html).toContain("<h3>So</h3>");
    expect(shown?.html).toContain('<a href="/p/x?c=1#c-1">here</a>');
    expect(shown?.html).toContain('href="https://elsewhere.example/"');
    const { key } = await village.as("Susan").posts.write({ title: "Links", source, publish: true });
    const post = await village.asVisitor().posts.byKey({ key });
    expect(post.html).toContain("<h2>So</h2>");
    expect(post.html).toContain('<a href="/p/x?c=1#c-1">here</a>');
  });

  test("stands below the one it answers, in the order in which they were written", async ({ village }) => {
    const postKey = await posted(village);
    const say = async (source: string, parentKey?: string) => {
      village.later(60_000);
      return (await village.as("Justin").comments.write({ postKey, source, ...(parentKey ? { parentKey } : {}) })).key;
    };
    await setSetting(village.context("Candy"), { key: "comments.minute", value: 100 });
    const one = await say("1");
    const two = await say("2");
    const oneOne = await say("1.1", one);
    const oneTwo = await say("1.2", one);
    const oneOneOne = await say("1.1.1", oneOne);
    const keysIn = async (order: "oldest" | "newest" | "discussed") =>
      (await village.asVisitor().comments.thread({ postKey, order })).items.map(({ key }) => key);
    expect(await keysIn("oldest")).toEqual([one, oneOne, oneOneOne, oneTwo, two]);
    expect(await keysIn("newest")).toEqual([two, one, oneOne, oneOneOne, oneTwo]);
    expect(await keysIn("discussed")).toEqual([one, oneOne, oneOneOne, oneTwo, two]);
    expect((await village.asVisitor().comments.thread({ postKey })).items[1]).toMatchObject({
      to: "Justin",
      replies: 1,
    });
  });

  test("is refused with the number of characters that are too many, and accepted at exactly the limit", async ({
    village,
  }) => {
    const postKey = await posted(village);
    const justin = village.as("Justin").comments;
    await expect(justin.write({ postKey, source: "🙂".repeat(100_007) })).rejects.toMatchObject({
      message: "comment-too-long",
      cause: { particulars: { over: 7, most: 100_000 } },
    });
    await expect(justin.write({ postKey, source: "\n" })).rejects.toMatchObject({ message: "comment-empty" });
    const source = `${"word ".repeat(19_999)}wor🙂x`;
    const { key } = await justin.write({ postKey, source });
    expect((await rowOf(village, key)).source).toBe(source);
  });

  test("is for members, and for those whom the post lets answer", async ({ village }) => {
    const say = { source: "May I?" };
    const open = await posted(village);
    await expect(village.asVisitor().comments.write({ postKey: open, ...say })).rejects.toMatchObject({
      message: "sign-in-first",
    });
    const closed = await posted(village, { title: "Closed", comments: "closed" });
    await expect(village.as("Susan").comments.write({ postKey: closed, ...say })).rejects.toMatchObject({
      message: "comments-closed",
    });
    const near = await posted(village, { title: "Near", comments: "connections" });
    await expect(village.as("Newcomer").comments.write({ postKey: near, ...say })).rejects.toMatchObject({
      message: "connections-comment",
    });
    await village.as("Kofi").comments.write({ postKey: near, ...say });
    const mine = await posted(village, { title: "Mine", audience: "me" });
    await expect(village.as("Kofi").comments.write({ postKey: mine, ...say })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("is made once by a form that is sent twice, even at the limit, and again with other words", async ({
    village,
  }) => {
    await setSetting(village.context("Candy"), { key: "comments.minute", value: 2 });
    const postKey = await posted(village);
    const justin = village.as("Justin").comments;
    const first = await justin.write({ postKey, source: "Once", once });
    const second = await justin.write({ postKey, source: "Twice", once });
    expect(second.key).not.toBe(first.key);
    expect(await justin.write({ postKey, source: "Once", once })).toEqual(first);
    await expect(justin.write({ postKey, source: "Thrice", once })).rejects.toMatchObject({
      message: "commenting-too-fast",
    });
    village.later(61_000);
    await justin.write({ postKey, source: "Thrice", once });
    expect((await justin.thread({ postKey })).items).toHaveLength(3);
  });

  test("sent again tells nothing of a post that can no longer be read", async ({ village }) => {
    const postKey = await posted(village, { title: "Open" });
    const justin = village.as("Justin").comments;
    await justin.write({ postKey, source: "Once, and at some length", once });
    await village.db.update(posts).set({ audience: "me", slug: "merger-falls-through" }).where(eq(posts.key, postKey));
    await expect(justin.write({ postKey, source: "Once, and at some length", once })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const elsewhere = await posted(village, { title: "Elsewhere" });
    const again = await justin
      .write({ postKey: elsewhere, source: "Once, and at some length" })
      .catch((error: unknown) => error);
    expect(again).toMatchObject({ message: "said-before" });
    expect(inspect(again, { depth: 6 })).not.toContain("merger");
  });

  test("may be said again with the same words once its author has deleted it", async ({ village }) => {
    const postKey = await posted(village);
    const justin = village.as("Justin").comments;
    const first = await justin.write({ postKey, source: "Once", once });
    await justin.delete({ key: first.key });
    expect((await justin.write({ postKey, source: "Once", once })).key).not.toBe(first.key);
  });

  test("is changed by its author alone, and says so", async ({ village }) => {
    const postKey = await posted(village);
    const { key } = await village.as("Justin").comments.write({ postKey, source: "Before" });
    await expect(village.as("Candy").comments.edit({ key, source: "Mine" })).rejects.toMatchObject({
      message: "not-your-comment",
    });
    await expect(village.as("Candy").comments.toEdit({ key })).rejects.toMatchObject({ message: "not-your-comment" });
    village.later(60_000);
    await village.as("Justin").comments.edit({ key, source: "After" });
    const [shown] = (await village.asVisitor().comments.thread({ postKey })).items;
    expect(shown?.html).toContain("After");
    expect(shown?.editedAt).toBeNull();
    village.later(16 * 60_000);
    await village.as("Justin").comments.edit({ key, source: "Long after" });
    const [later] = (await village.asVisitor().comments.thread({ postKey })).items;
    expect(later?.editedAt).not.toBeNull();
  });

  test("leaves its place and its replies when deleted, comes back within seven days, and is erased after them", async ({
    village,
  }) => {
    const postKey = await posted(village);
    const justin = village.as("Justin").comments;
    const { key } = await justin.write({ postKey, source: "A secret" });
    await village.as("Candy").comments.write({ postKey, parentKey: key, source: "Oh" });
    await expect(village.as("Candy").comments.delete({ key })).rejects.toMatchObject({ message: "not-your-comment" });
    await justin.delete({ key });

    const seen = await village.asVisitor().comments.thread({ postKey });
    expect(seen.items).toMatchObject([
      { face: "deleted", author: null, html: null },
      { face: "said", to: null },
    ]);
    expect(seen.count).toMatchObject({ comments: 1, people: 1 });
    expect((await justin.thread({ postKey })).items[0]).toMatchObject({
      mine: true,
      can: { undo: true, reply: false },
    });
    await expect(
      village.as("Hank").comments.write({ postKey, parentKey: key, source: "To nobody" }),
    ).rejects.toMatchObject({ message: "no-such-comment" });

    village.later(6 * day);
    await expect(village.as("Candy").comments.undoDelete({ key })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await justin.undoDelete({ key });
    expect((await village.asVisitor().comments.thread({ postKey })).items[0]).toMatchObject({ face: "said" });

    await justin.delete({ key });
    expect(await eraseDeletedComments(village.context(null))).toBeGreaterThanOrEqual(0);
    expect((await rowOf(village, key)).source).toBe("A secret");
    village.later(7 * day);
    await expect(justin.undoDelete({ key })).rejects.toMatchObject({ message: "undo-is-over" });
    await eraseDeletedComments(village.context(null));
    expect(await rowOf(village, key)).toMatchObject({ source: "", html: "", excerpt: "" });
    expect((await village.asVisitor().comments.thread({ postKey })).items).toHaveLength(2);
  });

  test("that was deleted tells nothing of a post that was closed to its author since", async ({ village }) => {
    const postKey = await posted(village);
    const justin = village.as("Justin").comments;
    const { key } = await justin.write({ postKey, source: "A secret" });
    await justin.delete({ key });
    const kept = { key: postKey, title: "My diagnosis", source: "Mine.", audience: "me" as const };
    await village.as("Susan").posts.edit(kept);
    for (const asked of [justin.toDelete({ key }), justin.delete({ key }), justin.undoDelete({ key })])
      await expect(asked).rejects.toMatchObject({ message: "no-such-comment" });
    await village.as("Susan").posts.edit({ ...kept, audience: "everyone" });
    expect(await justin.toDelete({ key })).toMatchObject({ can: { undo: true } });
    await justin.undoDelete({ key });
  });

  test("keeps its place when a moderator hides it: the words are its author's and the moderators'", async ({
    village,
  }) => {
    const postKey = await posted(village);
    const { key } = await village.as("Justin").comments.write({ postKey, source: "Buy my course" });
    const hiding = { hiddenAt: village.context(null).now(), hiddenRule: "No selling" };
    await village.db.update(comments).set(hiding).where(eq(comments.key, key));
    const faceFor = async (reader: ReturnType<Village["asVisitor"]>) =>
      (await reader.comments.thread({ postKey })).items[0];
    const place = { face: "hidden", html: null, author: null, hidden: { rule: "No selling" } };
    expect(await faceFor(village.asVisitor())).toMatchObject(place);
    expect(await faceFor(village.as("Susan"))).toMatchObject(place);
    expect(await faceFor(village.as("Justin"))).toMatchObject({ face: "said", hidden: { rule: "No selling" } });
    expect(await faceFor(village.as("Shawn"))).toMatchObject({ face: "said", hidden: { rule: "No selling" } });
    const recent = await village.asVisitor().comments.all({ limit: 100 });
    expect(recent.items.map((it) => it.key)).not.toContain(key);
    expect((await village.asVisitor().comments.latest({ limit: 100 })).map((it) => it.key)).not.toContain(key);
  });

  test("is absent where one has blocked the other, unless somebody answered it", async ({ village }) => {
    const postKey = await posted(village);
    const { key } = await village.as("Bert").comments.write({ postKey, source: "Ledger" });
    const keysFor = async (name: "Marguerite" | "Bert") =>
      (await village.as(name).comments.thread({ postKey })).items.map((it) => [it.face, it.author?.name]);
    expect(await keysFor("Marguerite")).toEqual([]);
    await expect(village.as("Marguerite").comments.address({ key })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await village.as("Hank").comments.write({ postKey, parentKey: key, source: "Gravel" });
    expect(await keysFor("Marguerite")).toEqual([
      ["apart", undefined],
      ["said", "Hank"],
    ]);
    await village.as("Marguerite").comments.write({ postKey, source: "Novel" });
    expect(await keysFor("Bert")).toEqual([
      ["said", "Bert"],
      ["said", "Hank"],
    ]);
    expect((await village.as("Bert").comments.thread({ postKey })).count).toMatchObject({ comments: 2, people: 2 });
    expect((await village.asVisitor().comments.thread({ postKey })).count).toMatchObject({ comments: 3, people: 3 });
  });

  test("is its author's alone while it is held, and nobody's as spam; what answers it stays", async ({ village }) => {
    const postKey = await posted(village);
    const { key } = await village.as("Justin").comments.write({ postKey, source: "Hm" });
    const facesFor = async (reader: ReturnType<Village["asVisitor"]>) =>
      (await reader.comments.thread({ postKey })).items.map(({ face }) => face);
    await village.db.update(comments).set({ state: "held" }).where(eq(comments.key, key));
    expect(await facesFor(village.as("Justin"))).toEqual(["waiting"]);
    expect(await facesFor(village.as("Candy"))).toEqual([]);
    await village.db.update(comments).set({ state: "shown" }).where(eq(comments.key, key));
    await village.as("Hank").comments.write({ postKey, parentKey: key, source: "Gravel" });
    await village.db.update(comments).set({ state: "spam" }).where(eq(comments.key, key));
    expect(await facesFor(village.as("Justin"))).toEqual(["unseen", "said"]);
    expect(await facesFor(village.asVisitor())).toEqual(["unseen", "said"]);
  });
});

describe("two connections at once", () => {
  let own: Awaited<ReturnType<typeof ownVillage>>;
  let postKey: string;
  beforeAll(async () => {
    own = await ownVillage();
    postKey = await posted(own);
  });
  afterAll(() => own.close());

  test("answering one comment get two places", async () => {
    const { key: parentKey } = await own.as("Susan").comments.write({ postKey, source: "Ask me" });
    const people = ["Justin", "Candy", "Hank", "Kofi"] as const;
    const said = await Promise.all(
      people.map((name) => own.as(name).comments.write({ postKey, parentKey, source: "Me" })),
    );
    const paths = await Promise.all(said.map(async ({ key }) => (await rowOf(own, key)).path));
    expect([...paths].sort()).toEqual(["0", "1", "2", "3"]);
    expect((await rowOf(own, parentKey)).repliesGiven).toBe(4);
  });

  test("sending one form make one comment, at the top and below another", async () => {
    const justin = own.as("Justin").comments;
    const top = await Promise.all([1, 2, 3].map(() => justin.write({ postKey, source: "Once at the top", once })));
    expect(new Set(top.map(({ key }) => key)).size).toBe(1);
    const parentKey = top[0]?.key ?? "";
    const reply = { postKey, parentKey, source: "Once below", once };
    const below = await Promise.all([1, 2, 3].map(() => own.as("Candy").comments.write(reply)));
    expect(new Set(below.map(({ key }) => key)).size).toBe(1);
    expect((await rowOf(own, parentKey)).repliesGiven).toBe(1);
    expect(await own.db.$count(comments, eq(comments.source, "Once below"))).toBe(1);
  });
});
