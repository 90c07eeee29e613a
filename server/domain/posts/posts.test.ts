import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { legacyPaths, posts } from "#/db/schema/posts";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage, test, type Village } from "#/server/testing/village";
import { setSetting } from "../settings/commands";
import { eraseDeletedPosts } from "./commands";

beforeAll(bundleTextWorker);

const once = "0f0e0d0c-0b0a-4908-8706-050403020100";
const day = 24 * 60 * 60 * 1000;
const words = { title: "On kettles", source: "They *boil*.", tags: ["Small business", "Kettles"] };
const rules = async ({ db }: Village) => {
  const [row] = await db.select().from(posts).where(eq(posts.slug, "the-house-rules-on-one-page"));
  return row?.key ?? "";
};

describe("a post", () => {
  test("is read at its address also when its title is the name of a page beside it", async ({ village }) => {
    const beside = join(import.meta.dirname, "../../../app/(reading)/p/[key]");
    const pages = readdirSync(beside, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^[a-z]+$/.test(entry.name))
      .map(({ name }) => name);
    expect(pages).toEqual(expect.arrayContaining(["hide", "react"]));
    for (const title of pages) {
      const { key, href } = await village.as("Susan").posts.write({ ...words, title, publish: true });
      expect(href).toBe(`/p/${key}/${title}-post`);
    }
  });

  test("is rendered, tagged, and read at an address made of its title", async ({ village }) => {
    const { key, href } = await village.as("Susan").posts.write({ ...words, publish: true });
    expect(href).toBe(`/p/${key}/on-kettles`);
    const post = await village.asVisitor().posts.byKey({ key });
    expect(post).toMatchObject({
      title: "On kettles",
      author: { name: "Susan" },
      can: { edit: false, comment: false },
    });
    expect(post.html).toContain("<em>boil</em>");
    expect(post.tags.map(({ slug }) => slug)).toEqual(["kettles", "small-business"]);
    const front = await village.asVisitor().posts.front({});
    expect(front.items[0]).toMatchObject({ key });
    expect(front.items[0]).not.toHaveProperty("html");
    expect((await village.asVisitor().posts.tagged({ slug: "kettles" })).items).toHaveLength(1);
  });

  test("stands on the front page once, however the pages are cut", async ({ village }) => {
    const whole = await village.as("Candy").posts.front({ limit: 100 });
    const keys: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await village.as("Candy").posts.front({ limit: 3, cursor });
      keys.push(...page.items.map(({ key }) => key));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(keys).toEqual(whole.items.map(({ key }) => key));
    await expect(village.asVisitor().posts.front({ cursor: "x" })).rejects.toMatchObject({ message: "broken-cursor" });
  });

  test("is its author's alone while it is a draft", async ({ village }) => {
    const { key } = await village.as("Susan").posts.write(words);
    await expect(village.as("Candy").posts.byKey({ key })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await village.as("Susan").posts.drafts({})).items[0]).toMatchObject({ key, publishedAt: null });
    await village.as("Susan").posts.edit({ ...words, key, title: "Kettles, again", publish: true });
    expect(await village.asVisitor().posts.byKey({ key })).toMatchObject({ slug: "kettles-again", editedAt: null });
  });

  test("says that it was edited, and only its author edits it", async ({ village }) => {
    const { key } = await village.as("Susan").posts.write({ ...words, publish: true });
    village.later(1000);
    const change = { ...words, key, source: "They sing." };
    await expect(village.as("Candy").posts.edit(change)).rejects.toMatchObject({ message: "not-your-post" });
    await village.as("Susan").posts.edit(change);
    expect((await village.asVisitor().posts.byKey({ key })).editedAt).not.toBeNull();
  });

  test("is refused with the number of characters that are too many", async ({ village }) => {
    const susan = village.as("Susan").posts;
    await expect(susan.write({ ...words, source: "🙂".repeat(200_003) })).rejects.toMatchObject({
      message: "post-too-long",
      cause: { particulars: { over: 3, most: 200_000 } },
    });
    await expect(susan.write({ ...words, source: " \n" })).rejects.toMatchObject({ message: "post-empty" });
    await expect(susan.write({ ...words, title: "", publish: true })).rejects.toMatchObject({
      message: "title-needed",
    });
    const tags = Array.from({ length: 11 }, (_, n) => `tag ${n}`);
    await expect(susan.write({ ...words, tags })).rejects.toMatchObject({ message: "too-many-tags" });
  });

  test("has a title and tags of so many characters, as the site is set", async ({ village }) => {
    const susan = village.as("Susan").posts;
    const tagged = (tag: string) => susan.write({ ...words, tags: [tag] });
    const titled = (length: number) => susan.write({ ...words, tags: [], title: "🙂".repeat(length) });
    const tooLong = (most: number) => ({ message: "title-too-long", cause: { particulars: { over: 1, most } } });
    for (const tag of ["ab", "é".repeat(40)]) await tagged(tag);
    for (const tag of ["a", "é".repeat(41)])
      await expect(tagged(tag)).rejects.toMatchObject({
        message: "tag-length",
        cause: { particulars: { least: 2, most: 40 } },
      });
    await titled(200);
    await expect(titled(201)).rejects.toMatchObject(tooLong(200));

    for (const [key, value] of [
      ["tags.least", 1],
      ["tags.most", 5],
      ["post.title", 20],
    ] as const)
      await setSetting(village.context("Candy"), { key, value });
    await tagged("a");
    await expect(tagged("sixsix")).rejects.toMatchObject({ cause: { particulars: { least: 1, most: 5 } } });
    await titled(20);
    await expect(titled(21)).rejects.toMatchObject(tooLong(20));
  });

  test("is made once by a form that is sent twice, and again by the same form with other words", async ({
    village,
  }) => {
    const susan = village.as("Susan").posts;
    const first = await susan.write({ ...words, once, publish: true });
    expect(await susan.write({ ...words, once, publish: true })).toEqual(first);
    const second = await susan.write({ ...words, source: "Other words", once, publish: true });
    expect(second.key).not.toBe(first.key);
  });

  test("is published by the form that kept it as a draft before", async ({ village }) => {
    const susan = village.as("Susan").posts;
    const draft = await susan.write({ ...words, once });
    expect(await susan.write({ ...words, once, publish: true })).toEqual({ ...draft, published: true });
  });

  test("goes when its author deletes it, comes back within seven days, and is erased after them", async ({
    village,
  }) => {
    const susan = village.as("Susan").posts;
    const { key } = await susan.write({ ...words, publish: true });
    await expect(village.as("Shawn").posts.delete({ key })).rejects.toMatchObject({ message: "not-your-post" });
    await susan.delete({ key });
    await expect(susan.byKey({ key })).rejects.toMatchObject({ message: "no-such-post" });
    await expect(village.as("Candy").posts.toDelete({ key })).rejects.toMatchObject({ message: "no-such-post" });
    village.later(6 * day);
    await susan.undoDelete({ key });
    expect(await susan.byKey({ key })).toMatchObject({ title: "On kettles" });
    const [place, form] = [`post/${key}`, "0f0e0d0c-0b0a-4908-8706-050403020100"];
    const { drafts } = village.as("Susan");
    await drafts.keep({ place, form, words: { source: "A change that was begun." }, turn: null });

    await susan.delete({ key });
    village.later(7 * day);
    await expect(susan.undoDelete({ key })).rejects.toMatchObject({ message: "undo-is-over" });
    expect(await eraseDeletedPosts(village.context(null))).toBeGreaterThanOrEqual(1);
    const [row] = await village.db.select().from(posts).where(eq(posts.key, key));
    expect(row).toMatchObject({ source: "", html: "", excerpt: "", title: "" });
    expect(row?.erasedAt).not.toBeNull();
    expect(await drafts.at({ place })).toBeNull();
  });

  test("can be published only so often in an hour", async ({ village }) => {
    await setSetting(village.context("Candy"), { key: "posts.hour", value: 1 });
    const susan = village.as("Susan").posts;
    await susan.write({ ...words, publish: true });
    await expect(susan.write({ ...words, source: "More", publish: true })).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
      message: "posting-too-fast",
    });
  });

  test("is previewed for members as it will look, and nothing is kept", async ({ village }) => {
    const { html } = await village.as("Newcomer").posts.preview({ source: "# Hello\n<script>alert(1)</script>" });
    expect(html).toContain("Hello");
    expect(html).not.toContain("<script");
    await expect(village.asVisitor().posts.preview({ source: "x" })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("is found by the address it had elsewhere, by those who may read it", async ({ village }) => {
    const key = await rules(village);
    const [row] = await village.db.select().from(posts).where(eq(posts.key, key));
    await village.db.insert(legacyPaths).values({ path: "/2010/05/rules/", postId: row?.id ?? "" });
    const address = `/p/${key}/the-house-rules-on-one-page`;
    expect(await village.asVisitor().posts.byLegacyPath({ path: "/2010/05/rules/" })).toBe(address);
    expect(await village.asVisitor().posts.byLegacyPath({ path: "/2010/05/rules" })).toBe(address);
    expect(await village.asVisitor().posts.byLegacyPath({ path: "/2010/05/" })).toBeNull();
    await village.db.update(posts).set({ audience: "members" }).where(eq(posts.key, key));
    expect(await village.asVisitor().posts.byLegacyPath({ path: "/2010/05/rules" })).toBeNull();
    expect(await village.as("Hank").posts.byLegacyPath({ path: "/2010/05/rules" })).toBe(address);
  });

  test("is carried by feeds only if anybody may read it", async ({ village }) => {
    const latest = await village.as("Candy").posts.latest({ limit: 100 });
    expect(latest.length).toBeGreaterThan(5);
    const hidden = await village.db.select({ key: posts.key }).from(posts).where(eq(posts.audience, "members"));
    for (const { key } of hidden) expect(latest.map((post) => post.key)).not.toContain(key);
    expect(
      (await village.asVisitor().posts.latest({ handle: "susan" })).every(({ author }) => author.name === "Susan"),
    ).toBe(true);
  });

  test("brings its list in two statements, what is pinned and the rest, however long it is", async ({ village }) => {
    let statements = 0;
    const counting = new Proxy(village.db, {
      get: (db, name, self) => {
        if (name === "select") statements += 1;
        return Reflect.get(db, name, self);
      },
    });
    const { frontPage } = await import("./queries");
    await frontPage({ ...village.context("Candy"), db: counting }, { limit: 3 });
    expect(statements).toBe(2);
    await frontPage({ ...village.context("Candy"), db: counting }, { limit: 100 });
    expect(statements).toBe(4);
  });
});

describe("the same form, sent by two connections at once", () => {
  let own: Awaited<ReturnType<typeof ownVillage>>;
  beforeAll(async () => {
    own = await ownVillage();
  });
  afterAll(() => own.close());

  test("makes one post", async () => {
    const susan = own.as("Susan").posts;
    const sent = await Promise.all([1, 2, 3].map(() => susan.write({ ...words, once, publish: true })));
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(await own.db.$count(posts, eq(posts.title, "On kettles"))).toBe(1);
  });
});
