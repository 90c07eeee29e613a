import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { articles } from "#/db/schema/articles";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { type Config, readConfig } from "#/server/platform/config";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { type RunningSite, startSite } from "#/server/testing/web";
import { tagsOf } from "../events";
import { askNextArticle, findLinks, forgetArticles } from "./commands";

const page = (title: string) => ({
  type: "text/html; charset=utf-8",
  body: `<meta property="og:title" content="${title}"><meta property="og:site_name" content="The Daily">
    <meta name="author" content="Susan Cain"><meta name="description" content="Leave after one hour.">`,
});

let elsewhere: RunningSite;
let folder: string;
beforeAll(async () => {
  await bundleTextWorker();
  elsewhere = await startSite({ "/three-rules": page("Three rules") });
  folder = await mkdtemp(join(tmpdir(), "kith-articles-"));
  const shared = globalThis as typeof globalThis & { kithConfig?: Config };
  const set = { KITH_DATA: folder, AUTH_SECRET: "x".repeat(32), NODE_ENV: "test", KITH_PRIVATE_HOSTS: "127.0.0.1" };
  shared.kithConfig = readConfig(set);
});
afterAll(async () => {
  await elsewhere.close();
  await rm(folder, { recursive: true });
});

const minute = 60_000;
const ruled = () => `${elsewhere.url}/three-rules`;
const askAll = async (village: Village) => {
  while (await askNextArticle(village.context(null)));
};
const answer = (village: Village, about: string, more = {}) =>
  village.as("Kofi").posts.write({ title: "On the rules", source: "I disagree.", publish: true, about, ...more });
const listed = async (api: ReturnType<Village["as"]>, url: string) =>
  (await api.articles.answers({ url })).items.map(({ kind, title, answers }) => `${kind} ${title} ${answers}`);

describe("a post that answers an article", () => {
  test("shows what the article said of itself, once it was asked", async ({ village }) => {
    const { key, id } = await answer(village, `${ruled()}?utm_source=mail#top`);
    const card = () => village.asVisitor().articles.ofPost({ key });
    expect(await card()).toMatchObject({ state: "waiting", title: "", can: { askAgain: false } });

    await askAll(village);
    expect(await card()).toMatchObject({
      state: "found",
      title: "Three rules",
      site: "The Daily",
      author: "Susan Cain",
      excerpt: "Leave after one hour.",
      address: ruled(),
      host: `127.0.0.1:${elsewhere.port}`,
    });
    expect(await village.asVisitor().posts.byKey({ key })).toMatchObject({ answers: true });
    const [article] = await village.db.select().from(articles);
    expect(tagsOf({ type: "article.read", articleId: article?.id ?? "" })).toEqual([`article:${article?.id}`]);
    expect(id).toBeTruthy();
  });

  test("is one of those who answered the same, however each wrote its address", async ({ village }) => {
    await answer(village, ruled());
    const second = await answer(village, `${ruled()}/?utm_medium=x`, { title: "Me too" });
    await askAll(village);
    expect(await village.db.select().from(articles)).toHaveLength(1);
    expect(elsewhere.asked.filter(({ path }) => path.startsWith("/three-rules"))).toHaveLength(2);
    const post = await village.as("Bert").posts.write({ title: "Links", source: `See ${ruled()}#x.`, publish: true });
    village.later(minute);
    await village.as("Bert").comments.write({ postKey: post.key, source: `[this](${ruled()})` });
    expect(await listed(village.as("Justin"), `${ruled()}/`)).toEqual([
      "comment Links false",
      "post Links false",
      "post Me too true",
      "post On the rules true",
    ]);
    expect(second.href).toContain("/p/");
  });

  test("shows only the address when nothing comes back, and asks three times before that", async ({ village }) => {
    const { key } = await answer(village, `${elsewhere.url}/not-there`);
    await askAll(village);
    expect(await village.asVisitor().articles.ofPost({ key })).toMatchObject({ state: "silent", title: "" });

    const broken = await answer(village, `${elsewhere.url}/broken`, { title: "Broken" });
    elsewhere.at("/broken", (_, response) => response.writeHead(503).end());
    for (const state of ["waiting", "waiting", "silent"]) {
      await askAll(village);
      expect(await village.asVisitor().articles.ofPost({ key: broken.key })).toMatchObject({ state });
      village.later(30 * minute);
    }
  });

  test("keeps what was known while its author has it asked again, and nobody else may", async ({ village }) => {
    elsewhere.at("/changing", page("Before"));
    const { key } = await answer(village, `${elsewhere.url}/changing`);
    await askAll(village);
    elsewhere.at("/changing", page("After"));
    await expect(village.as("Bert").articles.askAgain({ key })).rejects.toThrow("no-such-article");
    await village.as("Kofi").articles.askAgain({ key });
    expect(await village.as("Kofi").articles.ofPost({ key })).toMatchObject({
      title: "Before",
      can: { askAgain: true },
    });
    await askAll(village);
    expect(await village.as("Kofi").articles.ofPost({ key })).toMatchObject({ title: "After" });
  });

  test("may stop answering it, and answers what it did when nothing is said of that", async ({ village }) => {
    const { key } = await answer(village, ruled());
    const words = { key, title: "On the rules", source: "I agree.", publish: true };
    await village.as("Kofi").posts.edit(words);
    expect(await village.as("Kofi").posts.toEdit({ key })).toMatchObject({ about: ruled() });
    await village.as("Kofi").posts.edit({ ...words, about: "" });
    expect(await village.asVisitor().articles.ofPost({ key })).toBeNull();
    await askAll(village);
    village.later(25 * 60 * minute);
    await forgetArticles(village.context(null));
    expect(await village.db.select().from(articles)).toEqual([]);
  });

  test.for(["javascript:alert(1)", "not an address", "https://me:secret@example.org/", "word"])(
    "cannot answer %s",
    async (about, { village }) => {
      await expect(answer(village, about)).rejects.toThrow("not-an-article");
    },
  );
});

describe("what answers the same article", () => {
  test("is told only to those who may read it, and of the article nothing by what they may not", async ({
    village,
  }) => {
    const { id, key } = await answer(village, ruled());
    await askAll(village);
    const told = async (api: ReturnType<Village["as"]>) => {
      const { items, article } = await api.articles.answers({ url: ruled() });
      return [items.length, article?.title ?? null, (await api.articles.ofPost({ key }))?.title ?? null];
    };
    const [everything, nothing] = [
      [1, "Three rules", "Three rules"],
      [0, null, null],
    ];
    const set = (row: Partial<typeof posts.$inferInsert>) => village.db.update(posts).set(row).where(eq(posts.id, id));
    expect(await told(village.asVisitor())).toEqual(everything);
    await set({ audience: "members" });
    expect(await told(village.asVisitor())).toEqual(nothing);
    expect(await told(village.as("Bert"))).toEqual(everything);
    await set({ audience: "connections" });
    expect(await told(village.as("Bert"))).toEqual(nothing);
    expect(await told(village.as("Priya"))).toEqual(everything);
    await set({ audience: "everyone", hiddenAt: new Date() });
    expect(await told(village.as("Bert"))).toEqual(nothing);
    expect(await told(village.as("Shawn"))).toEqual(everything);
    await set({ hiddenAt: null, deletedAt: new Date() });
    expect(await told(village.as("Kofi"))).toEqual(nothing);
    await set({ deletedAt: null, publishedAt: null });
    expect(await told(village.as("Kofi"))).toEqual([0, null, "Three rules"]);
  });

  test("leaves out comments that are hidden, held or deleted", async ({ village }) => {
    const post = await village.as("Bert").posts.write({ title: "Open", source: "Say.", publish: true });
    const { key } = await village.as("Kofi").comments.write({ postKey: post.key, source: ruled() });
    const told = async () => (await village.asVisitor().articles.answers({ url: ruled() })).items.length;
    expect(await told()).toBe(1);
    for (const row of [{ hiddenAt: new Date() }, { state: "held" as const }, { deletedAt: new Date() }]) {
      await village.db
        .update(comments)
        .set({ hiddenAt: null, state: "shown", deletedAt: null, ...row })
        .where(eq(comments.key, key));
      expect(await told()).toBe(0);
    }
  });

  test("goes on from page to page without losing or repeating any", async ({ village }) => {
    const post = await village.as("Bert").posts.write({ title: "Open", source: ruled(), publish: true });
    for (let nth = 0; nth < 4; nth += 1) {
      village.later(minute);
      await village.as("Kofi").comments.write({ postKey: post.key, source: `${nth}: ${ruled()}` });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await village.asVisitor().articles.answers({ url: ruled(), limit: 2, cursor });
      seen.push(...items.map(({ id }) => id));
      cursor = next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  test("is found in what was written before links were looked for", async ({ village }) => {
    const { id } = await village.as("Bert").posts.write({ title: "Old", source: ruled(), publish: true });
    await village.db.update(posts).set({ links: null }).where(eq(posts.id, id));
    expect(await listed(village.as("Justin"), ruled())).toEqual([]);
    expect(await findLinks(village.context(null))).toBeGreaterThan(0);
    expect(await listed(village.as("Justin"), ruled())).toEqual(["post Old false"]);
    expect(await findLinks(village.context(null))).toBe(0);
  });

  test("is refused for what is no address", async ({ village }) => {
    await expect(village.asVisitor().articles.answers({ url: "javascript:alert(1)" })).rejects.toThrow(
      "not-an-address",
    );
  });
});
