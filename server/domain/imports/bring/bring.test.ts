import { eq, like } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { importedThings } from "#/db/schema/imports";
import { members } from "#/db/schema/members";
import { legacyPaths, posts, postTags } from "#/db/schema/posts";
import { shared } from "#/server/testing/shared";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { wxr } from "../wxr/sample";
import { bringFrom, bringText, comment, item, porch } from "./sample";

beforeAll(bundleTextWorker);

const ownerOf = (village: Village) => village.context("Candy");
const bring = (village: Village, ...items: string[]) => bringText(ownerOf(village), wxr(porch + items.join("")));
const postNamed = async ({ db }: Village, title: string) =>
  (await db.select().from(posts).where(eq(posts.title, title)))[0] ?? expect.fail(`No post is called ${title}`);
const brought = ({ db }: Village) =>
  db.select().from(comments).innerJoin(importedThings, eq(importedThings.thingId, comments.id));

describe("what comes in", () => {
  test("is there once, however often it is brought", async ({ village }) => {
    const text = [
      item({ comments: comment(1) + comment(2, { parent: 1 }) }),
      item({ id: 2, type: "page", title: "About" }),
    ];
    const first = await bring(village, ...text);
    expect(first.outcome).toMatchObject({
      people: { new: 1, here: 0 },
      posts: { new: 1 },
      pages: { new: 1 },
      comments: { new: 2 },
    });
    const second = await bring(village, ...text);
    expect(second.file).toEqual(first.file);
    expect(second.outcome).toMatchObject({
      people: { new: 0, here: 1 },
      posts: { new: 0, here: 1 },
      pages: { new: 0, here: 1 },
      comments: { new: 0, here: 2 },
      tags: 0,
      addresses: 0,
    });
    expect(await brought(village)).toHaveLength(2);
    expect(await village.db.select().from(posts).where(eq(posts.title, "A post"))).toHaveLength(1);
  });

  test("keeps its date, its words, its subjects and its author", async ({ village }) => {
    const labels = `<category domain="category" nicename="tea">Tea &amp;amp; cake</category>
      <category domain="post_tag" nicename="tea">tea &amp; CAKE</category>
      <category domain="category" nicename="uncategorized">Sans catégorie</category>
      <category domain="post_format" nicename="aside">Aside</category>`;
    await bring(
      village,
      item({ title: "On &amp;#8220;tea&amp;#8221; &amp;amp; &lt;em&gt;cake&lt;/em&gt;", more: labels }),
    );
    const post = await postNamed(village, "On “tea” & cake");
    expect(post).toMatchObject({
      kind: "post",
      slug: "post-1",
      format: "html",
      audience: "everyone",
      comments: "open",
    });
    expect(post.publishedAt).toEqual(new Date("2010-01-02T10:00:00Z"));
    expect(post).toMatchObject({ html: "<p>Words of 1</p>", excerpt: "Words of 1", source: "Words of 1" });
    expect(await village.db.select().from(postTags).where(eq(postTags.postId, post.id))).toHaveLength(1);
    const [author] = await village.db.select().from(members).where(eq(members.id, post.authorId));
    expect(author).toMatchObject({
      handle: "rosa",
      name: "rosa",
      mail: null,
      role: "member",
      importedFrom: "porch.example",
    });
  });

  test("is not announced by the names of its pictures", async ({ village }) => {
    const body =
      '[caption id="1"]<img src="/a.png" alt="Screen shot" /> A cat[/caption]<img alt="b" src="b.png">Words of 1';
    await bring(village, item().replace("Words of 1", body));
    const post = await postNamed(village, "A post");
    expect(post.excerpt).toBe("Words of 1");
    expect(post.html).toContain("A cat");
  });

  test.for(["<img ", "[caption "])("made of %j alone holds nobody up", async (piece, { village }) => {
    const began = performance.now();
    await bring(village, item().replace("Words of 1", piece.repeat(30_000)));
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test("has its comments in reading order, however the file has them", async ({ village }) => {
    await bring(
      village,
      item({
        comments: [
          [4, 1],
          [3, 2],
          [2, 1],
          [1, 0],
          [6, 0],
          [5, 3],
        ]
          .map(([id = 0, parent = 0]) => comment(id, { parent }))
          .join(""),
      }),
    );
    const { id } = await postNamed(village, "A post");
    const all = await village.db
      .select()
      .from(comments)
      .where(eq(comments.postId, id))
      .orderBy(comments.rootId, comments.path);
    const [first, last] = [all.filter((one) => one.rootId === all[0]?.rootId), all.at(-1)];
    expect(first.map(({ guestName }) => guestName)).toEqual(["Guest 1", "Guest 2", "Guest 3", "Guest 5", "Guest 4"]);
    expect(first.map(({ depth, repliesGiven }) => [depth, repliesGiven])).toEqual([
      [0, 2],
      [1, 1],
      [2, 1],
      [3, 0],
      [1, 0],
    ]);
    expect(last).toMatchObject({ guestName: "Guest 6", depth: 0, html: "<p>Comment 6</p>" });
  });

  test("of a newer export adds what was said since, and follows a post that changed there", async ({ village }) => {
    await bring(village, item({ comments: comment(1) + comment(2, { parent: 1 }) }));
    const before = await postNamed(village, "A post");
    const newer = item({
      title: "A better post",
      comments: [1, 2, 3].map((id) => comment(id, { parent: id === 1 ? 0 : 1 })).join(""),
    });
    const told = await bring(village, newer);
    expect(told.outcome).toMatchObject({ posts: { new: 0, changed: 1 }, comments: { new: 1, here: 2 } });
    expect(await postNamed(village, "A better post")).toMatchObject({
      id: before.id,
      key: before.key,
      slug: before.slug,
    });
    const all = await village.db.select().from(comments).where(eq(comments.postId, before.id)).orderBy(comments.path);
    expect(all.map(({ guestName, path }) => [guestName, path])).toEqual([
      ["Guest 1", ""],
      ["Guest 2", "0"],
      ["Guest 3", "1"],
    ]);
    expect(all[0]?.repliesGiven).toBe(2);
  });

  test("leaves a post alone that was edited here, and one that was deleted here stays so", async ({ village }) => {
    await bring(village, item(), item({ id: 2, title: "Another", comments: comment(1) }));
    await village.db.update(posts).set({ title: "Mine now", editedAt: new Date() }).where(eq(posts.title, "A post"));
    await village.db.update(posts).set({ deletedAt: new Date() }).where(eq(posts.title, "Another"));
    const told = await bring(
      village,
      item({ title: "Theirs" }),
      item({ id: 2, title: "Another", comments: comment(1) + comment(2) }),
    );
    expect(told.outcome).toMatchObject({
      posts: { new: 0, changed: 0, here: 1 },
      comments: { new: 0 },
      remarks: { left: 1, gone: 1 },
    });
    await postNamed(village, "Mine now");
    expect(await brought(village)).toHaveLength(1);
  });

  test("is open, closed or for members as it was there; what says nothing is open", async ({ village }) => {
    const said = ["open", "closed", "registered_only", "", null];
    const items = said.map((state, nth) =>
      item({ id: nth + 1, more: state === null ? "" : `<wp:comment_status>${state}</wp:comment_status>` }),
    );
    await bring(village, ...items);
    const rows = await village.db
      .select({ slug: posts.slug, comments: posts.comments })
      .from(posts)
      .where(like(posts.slug, "post-_"))
      .orderBy(posts.slug);
    expect(rows.map(({ comments }) => comments)).toEqual(["open", "closed", "members", "open", "open"]);
  });

  test("keeps comments of plugins out, and says so by type", async ({ village }) => {
    const order = comment(1).replace(
      "<wp:comment_type></wp:comment_type>",
      "<wp:comment_type>order_note</wp:comment_type>",
    );
    const told = await bring(
      village,
      item({ comments: order + comment(2, { parent: 1 }) }),
      item({ id: 2, type: "attachment", comments: comment(3) }),
    );
    expect(told.file?.skipped).toEqual({ attachment: 1, "comment:order_note": 1 });
    expect(told.outcome).toMatchObject({ comments: { new: 1 }, remarks: { orphan: 1, elsewhere: 1 } });
  });

  test("survives comments that answer each other in a ring", async ({ village }) => {
    const told = await bring(
      village,
      item({ comments: comment(1, { parent: 2 }) + comment(2, { parent: 1 }) + comment(3, { parent: 3 }) }),
    );
    expect(told.outcome).toMatchObject({ comments: { new: 3 }, remarks: { ring: 2 } });
  });

  test("counts a name that two things share as two, and the very same thing as one", async ({ village }) => {
    const twice = comment(1) + comment(1) + comment(1, { text: "Something else" });
    const told = await bring(village, item({ comments: twice }), item(), item({ title: "Same number" }));
    expect(told.outcome).toMatchObject({ posts: { new: 3 } });
    expect(
      (await bring(village, item({ comments: twice }), item(), item({ title: "Same number" }))).outcome,
    ).toMatchObject({
      posts: { new: 0 },
      comments: { new: 0 },
    });
  });

  test("shows a text that is too tangled as plain text, and says so", async ({ village }) => {
    const told = await bring(village, item({ comments: comment(1, { text: "<b>x</b> ".repeat(120_000) }) }));
    expect(told.outcome?.remarks).toEqual({ plain: 1 });
    const [only] = await brought(village);
    expect(only?.comments.html.startsWith("<p>&lt;b&gt;x&lt;/b&gt; ")).toBe(true);
  });

  test("is nothing at all in a dry run, which says the same", async ({ village }) => {
    const path = shared("data/imports/wxr/wptt-theme-unit-test.xml");
    const counted = async () => (await village.db.select({ id: posts.id }).from(posts)).length;
    const before = await counted();
    const dry = await bringFrom(ownerOf(village), path, { dryRun: true });
    expect(await counted()).toBe(before);
    expect(await village.db.select().from(importedThings)).toEqual([]);
    const wet = await bringFrom(ownerOf(village), path);
    const { tags: _t, addresses: _a, ...would } = dry.outcome ?? {};
    expect(wet.outcome).toMatchObject(would);
  });

  test("answers to its old addresses", async ({ village }) => {
    await bring(village, item({ id: 7 }), item({ id: 8, type: "page", title: "About" }));
    const paths = await village.db.select({ path: legacyPaths.path }).from(legacyPaths);
    expect(
      paths
        .map(({ path }) => path)
        .filter((path) => /[78]/.test(path))
        .toSorted(),
    ).toEqual(["/2010/post-7/", "/2010/post-8/", "/?p=7", "/?p=8", "/?page_id=8"]);
  });
});
