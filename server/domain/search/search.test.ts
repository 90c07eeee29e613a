import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { settings } from "#/db/schema/site";
import type { Caller } from "#/server/api/root";
import { test, type Village } from "#/server/testing/village";
import { readWaitingWords } from "./commands";

type Words = Parameters<Caller["search"]["words"]>[0];
const find = async (api: Caller, asked: Words | string) =>
  (await api.search.words(typeof asked === "string" ? { q: asked } : asked)).items;
const marked = (pieces: { text: string; hit: boolean }[]) => pieces.filter(({ hit }) => hit).map(({ text }) => text);

/** Kofi publishes a post, and Bert says something under it. */
async function said(village: Village, words: { title?: string; post?: string; comment?: string }) {
  const { title = "Of whales", post = "Nothing in it.", comment = "Nothing more." } = words;
  const { key } = await village.as("Kofi").posts.write({ title, source: post, tags: ["Sea life"], publish: true });
  const under = await village.as("Bert").comments.write({ postKey: key, source: comment });
  return { post: key, comment: under.key };
}

describe("search", () => {
  test("finds a word in titles, posts and comments, in any of its forms, and marks it", async ({ village }) => {
    await said(village, { title: "Narwhals sing", post: "Some **narwhal** songs.", comment: "A narwhal's song?" });
    const items = await find(village.asVisitor(), "NARWHAL song");
    expect(items.map(({ kind }) => kind).sort()).toEqual(["comment", "post"]);
    const [post] = items.filter(({ kind }) => kind === "post");
    expect(marked(post?.post.title ?? [])).toEqual(["Narwhals"]);
    expect(marked(post?.excerpt ?? [])).toEqual(["narwhal", "songs"]);
    expect(items.find(({ kind }) => kind === "comment")?.author).toMatchObject({ handle: "bert" });
  });

  test("leads to the words themselves", async ({ village }) => {
    const { comment } = await said(village, {
      comment: "I heard, once, a narwhal-like song\n\nbelow the ice, at night.",
    });
    const [found] = await find(village.asVisitor(), '"song"');
    expect(found?.href).toMatch(new RegExp(`\\?c=${comment}#c-${comment}:~:text=a%20narwhal%2Dlike-,song$`));
    const [below] = await find(village.asVisitor(), "ice");
    expect(below?.href.split(":~:text=")[1]).toBe("below%20the-,ice,-%2C%20at%20night");
  });

  test("leads to words at the end of a very long text", async ({ village }) => {
    await said(village, { comment: `${"And so it went on and on.\n\n".repeat(3_500)}Then a narwhal sang.` });
    await readWaitingWords(village.context(null));
    const [found] = await find(village.asVisitor(), "narwhal");
    expect(found?.href).toMatch(/:~:text=Then%20a-,narwhal,-sang$/);
  });

  test("cuts an excerpt between words, never behind an apostrophe", async ({ village }) => {
    const [before, after] = ["x".repeat(57), "y".repeat(170)];
    await said(village, { comment: `Don\u2019t ${before} narwhal ${after} it\u2019s over.` });
    const [found] = await find(village.asVisitor(), "narwhal");
    const words = found?.excerpt.map(({ text }) => text).join("");
    expect(words).toBe(`\u2026 ${before} narwhal ${after} \u2026`);
  });

  test("folds accents, capitals and typographic signs, in every script it meets", async ({ village }) => {
    await said(village, {
      comment: "Der Zoë’s “Überraschung” in Łódź — Привет, МИР! 友達と話すのは楽しい. C’est déjà vu.",
    });
    for (const q of ["zoe", "uberraschung", "LODZ", "привет мир", '"友達"', "話す", "deja"])
      expect([q, (await find(village.asVisitor(), q)).length]).toEqual([q, 1]);
    expect(marked((await find(village.asVisitor(), "UBERRASCHUNG"))[0]?.excerpt ?? [])).toEqual(["Überraschung"]);
    expect(marked((await find(village.asVisitor(), "話す"))[0]?.excerpt ?? [])).toEqual(["話", "す"]);
  });

  test.for([
    ['"blue whale"', true],
    ['"whale blue"', false],
    ["whale -blue", false],
    ["whale -green", true],
    ['whale -"whale blue"', true],
    ["green OR blue whale", true],
    ["green OR red whale", false],
    ["green | blue", true],
    ["wha*", true],
    ["swimmi*", true],
    ["wha", false],
    ["swims", true],
    ["the", null],
    ["-whale", null],
  ] as const)("takes %s as it is meant", async ([q, isFound], { village }) => {
    await said(village, { post: "The blue whale was swimming there." });
    const asked = find(village.asVisitor(), { q: `${q}`, from: isFound === null ? undefined : "kofi" });
    if (isFound === null) await expect(asked).rejects.toMatchObject({ code: "BAD_REQUEST" });
    else expect((await asked).length > 0).toBe(isFound);
  });

  test("narrows by author, tag, date, kind and network, in the box or beside it", async ({ village }) => {
    await said(village, { post: "A quokka.", comment: "A quokka?" });
    const [year, next] = [2026, 2027];
    const both: [Words, string[]][] = [
      [{ q: "quokka" }, ["comment", "post"]],
      [{ q: "quokka from:bert" }, ["comment"]],
      [{ q: "quokka", from: "@Kofi" }, ["post"]],
      [{ q: "from:nobody-here quokka" }, []],
      [{ q: 'quokka tag:"sea life"' }, ["comment", "post"]],
      [{ q: "quokka", tag: "Sea Life" }, ["comment", "post"]],
      [{ q: "quokka tag:land" }, []],
      [{ q: "quokka in:posts" }, ["post"]],
      [{ q: "quokka", within: "comments" }, ["comment"]],
      [{ q: `quokka after:${year}` }, ["comment", "post"]],
      [{ q: `quokka after:${next}` }, []],
      [{ q: "quokka", before: `${year}-01-01` }, []],
      [{ q: `quokka before:${next}-1` }, ["comment", "post"]],
      [{ q: "from:bert tag:sea-life" }, ["comment"]],
    ];
    for (const [asked, kinds] of both)
      expect([asked, (await find(village.asVisitor(), asked)).map(({ kind }) => kind).sort()]).toEqual([asked, kinds]);
    const links = "Of [quokkas](https://zoo.example/quokkas?utm_source=x).";
    const about = await said(village, { title: "Of quokkas", comment: links });
    for (const q of ["answers:https://zoo.example/quokkas", "quokka answers:https://ZOO.example/quokkas/"])
      expect((await find(village.asVisitor(), q)).map(({ href }) => href.includes(about.comment))).toEqual([true]);
    await expect(find(village.asVisitor(), "answers:nowhere")).rejects.toMatchObject({ message: "search-bad-address" });
    const mine = await find(village.as("Bert"), "quokka from:me");
    expect(mine.map(({ kind, author }) => [kind, author.handle])).toEqual(Array(2).fill(["comment", "bert"]));
    const near = await find(village.as("Priya"), "quokka in:network");
    expect([...new Set(near.map(({ author }) => author.handle))]).toEqual(["kofi"]);
    await expect(find(village.asVisitor(), "quokka in:network")).rejects.toMatchObject({
      message: "search-needs-a-member",
    });
  });

  test("follows every change at once: edited, deleted, back again, unpublished never there", async ({ village }) => {
    const { post, comment } = await said(village, { comment: "An aardvark." });
    const [bert, visitor] = [village.as("Bert"), village.asVisitor()];
    const finds = async (q: string) => (await find(visitor, q)).length;
    await bert.comments.edit({ key: comment, source: "A zebra." });
    expect([await finds("aardvark"), await finds("zebra")]).toEqual([0, 1]);
    await bert.comments.delete({ key: comment });
    expect(await finds("zebra")).toBe(0);
    expect(await find(bert, "zebra")).toEqual([]);
    await bert.comments.undoDelete({ key: comment });
    expect(await finds("zebra")).toBe(1);
    await village.as("Kofi").posts.delete({ key: post });
    expect(await finds("zebra")).toBe(0);
    await village.as("Kofi").posts.write({ title: "An okapi", source: "Okapi.", publish: false });
    expect(await find(village.as("Kofi"), "okapi")).toEqual([]);
  });

  test("finds what is hidden or held for those only who may read it, and says so", async ({ village }) => {
    const { comment } = await said(village, { comment: "A pangolin." });
    const who = { visitor: village.asVisitor(), stranger: village.as("Justin"), author: village.as("Bert") };
    const finders = async () => {
      const all = { ...who, moderator: village.as("Shawn") };
      const found: string[] = [];
      for (const [name, api] of Object.entries(all)) if ((await find(api, "pangolin")).length) found.push(name);
      return found;
    };
    await village.db
      .update(comments)
      .set({ hiddenAt: new Date(), hiddenRule: "kind" })
      .where(eq(comments.key, comment));
    expect(await finders()).toEqual(["author", "moderator"]);
    expect((await find(who.author, "pangolin"))[0]).toMatchObject({ hidden: true, waiting: false });
    await village.db.update(comments).set({ hiddenAt: null, state: "held" }).where(eq(comments.key, comment));
    expect(await finders()).toEqual(["author"]);
    expect((await find(who.author, "pangolin"))[0]).toMatchObject({ hidden: false, waiting: true });
    await village.db.update(comments).set({ state: "spam" }).where(eq(comments.key, comment));
    expect(await finders()).toEqual([]);
  });

  test("brings nothing from people one has muted, unless they are asked for by name", async ({ village }) => {
    await said(village, { comment: "A tapir." });
    await village.as("Priya").connections.mute({ person: { handle: "bert" } });
    expect(await find(village.as("Priya"), "tapir")).toEqual([]);
    expect(await find(village.as("Priya"), "tapir from:bert")).toHaveLength(1);
  });

  test("goes on page by page, in both orders, with nothing twice and nothing left out", async ({ village }) => {
    const { post } = await said(village, {});
    const [row] = await village.db.select().from(comments).limit(1);
    const [under] = await village.db.select({ id: posts.id }).from(posts).where(eq(posts.key, post));
    if (!row || !under) throw new Error("There is nothing to copy");
    for (let nth = 0; nth < 47; nth++) {
      const id = `00000000-0000-7000-8000-${String(nth).padStart(12, "0")}`;
      const at = new Date(Date.UTC(2026, 1, 1 + Math.floor(nth / 5)));
      const html = `<p>${"gecko ".repeat((nth % 4) + 1)}${"filler ".repeat(nth % 7)}</p>`;
      const copy = { ...row, id, rootId: id, key: `gecko${String(nth).padStart(5, "0")}`, html, writtenAt: at };
      await village.db
        .insert(comments)
        .values({ ...copy, postId: under.id, parentId: null, depth: 0, path: "", onceKey: null });
    }
    for (const order of ["best", "newest"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await village.asVisitor().search.words({ q: "gecko", order, limit: 10, cursor });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect([order, seen.length, new Set(seen).size]).toEqual([order, 47, 47]);
    }
  });

  test("refuses with a reason what is too long, too much or too often", async ({ village }) => {
    const visitor = village.asVisitor();
    await expect(find(visitor, "x".repeat(201))).rejects.toMatchObject({ message: "search-too-long" });
    await expect(find(visitor, "ab ".repeat(17))).rejects.toMatchObject({ message: "search-too-many-words" });
    await expect(find(visitor, "x before:yesterday")).rejects.toMatchObject({ message: "search-bad-date" });
    await expect(find(visitor, { q: "x", after: "2026-02-30" })).rejects.toMatchObject({ message: "search-bad-date" });
    await village.db.insert(settings).values({ key: "search.address-minute", value: 1, changedAt: new Date() });
    await expect(find(visitor, "whale")).resolves.toBeDefined();
    await expect(find(visitor, "whale")).rejects.toMatchObject({ message: "searching-too-fast" });
  });

  test("reads a very long text after it was kept, so that nobody waits for that", async ({ village }) => {
    const { comment } = await said(village, { comment: `Nobody counts narwhals. ${"And so on. ".repeat(2_500)}` });
    const visitor = village.asVisitor();
    expect(await visitor.search.words({ q: "narwhals" })).toMatchObject({ items: [], stillReading: true });
    while ((await readWaitingWords(village.context(null), 100)) > 0);
    expect((await find(visitor, "narwhals"))[0]?.href).toContain(comment);
  });

  test("reads what still waits, and everything anew in another language", async ({ village }) => {
    const { comment } = await said(village, { comment: "Die Häuser der Wale." });
    const visitor = village.asVisitor();
    expect(await find(visitor, "haus")).toEqual([]);
    await village.as("Candy").settings.set({ key: "search.language", value: "german" });
    expect(await visitor.search.words({ q: "haus" })).toMatchObject({ items: [], stillReading: true });
    while ((await readWaitingWords(village.context(null), 100)) > 0);
    const [found] = await find(visitor, "haus");
    expect(found?.href).toContain(comment);
    expect(marked(found?.excerpt ?? [])).toEqual(["Häuser"]);
    expect(await visitor.search.words({ q: "zyzzyva" })).toMatchObject({ items: [], stillReading: false });
    const { rows } = await village.db.execute(sql`select distinct language from search_words`);
    expect(rows).toEqual([{ language: "german" }]);
  });
});
