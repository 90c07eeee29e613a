import { eq } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { postRevisions, posts } from "#/db/schema/posts";
import { createCaller } from "#/server/api/root";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { tagsOf } from "../events";
import { setSetting } from "../settings/commands";
import { eraseDeletedPosts } from "./commands";

beforeAll(bundleTextWorker);

const words = { title: "On kettles", source: "They *boil* fast.", tags: ["Kettles"] };
const day = 24 * 60 * 60 * 1000;
const missing = { message: "no-such-version" };

/** A post of Susan's that said each of these after the other. */
async function said(village: Village, ...sources: string[]) {
  const susan = village.as("Susan").posts;
  const { key, id } = await susan.write({ ...words, source: sources[0] ?? words.source, publish: true });
  for (const source of sources.slice(1)) {
    village.later(60_000);
    await susan.edit({ ...words, key, source });
  }
  return { key, id };
}

const facesFor = async (api: ReturnType<Village["asVisitor"]>, key: string) =>
  (await api.posts.versions({ key })).items.map(({ nth, face }) => `${nth} ${face}`);

describe("the versions of a post", () => {
  test("are what was published and every change of its words since", async ({ village }) => {
    const { key } = await said(village, "One two.", "One three.", "One three.", "Four three.");
    const { items } = await village.asVisitor().posts.versions({ key });
    expect(items.map(({ nth, isNow }) => `${nth} ${isNow}`)).toEqual(["3 true", "2 false", "1 false"]);
    const [post] = await village.db.select().from(posts).where(eq(posts.key, key));
    expect(items[2]?.at).toEqual(post?.publishedAt);
    expect(items[0]?.at).toEqual(post?.editedAt);
    const page = await village.asVisitor().posts.versions({ key, limit: 2 });
    const rest = await village.asVisitor().posts.versions({ key, limit: 2, cursor: page.next ?? "" });
    expect([...page.items, ...rest.items].map(({ nth }) => nth)).toEqual([3, 2, 1]);
    expect(rest.next).toBeNull();
  });

  test("are compared word by word, as they could be read", async ({ village }) => {
    const susan = village.as("Susan").posts;
    const { key } = await susan.write({ ...words, publish: true });
    await susan.edit({ ...words, key, title: "On pots", source: "They **boil** slowly." });
    const version = await village.asVisitor().posts.version({ key, nth: 2 });
    expect(version).toMatchObject({ comparedWith: 1, can: { restore: false } });
    expect(version.title).toEqual([
      { kind: "same", words: "On " },
      { kind: "taken", words: "kettles" },
      { kind: "added", words: "pots" },
    ]);
    expect(version.words).toEqual([
      { kind: "same", words: "They boil " },
      { kind: "taken", words: "fast" },
      { kind: "added", words: "slowly" },
      { kind: "same", words: "." },
    ]);
    const first = await village.asVisitor().posts.version({ key, nth: 1 });
    expect(first).toMatchObject({ comparedWith: null, words: [{ kind: "same", words: "They boil fast." }] });
    await expect(village.asVisitor().posts.version({ key, nth: 3 })).rejects.toMatchObject(missing);
  });

  test("are none while a post is a draft, and when only its audience changes", async ({ village }) => {
    const susan = village.as("Susan").posts;
    const { key } = await susan.write(words);
    await susan.edit({ ...words, key, source: "They hum." });
    await susan.edit({ ...words, key, source: "They hum.", publish: true });
    await susan.edit({ ...words, key, source: "They hum.", audience: "members" });
    expect((await susan.versions({ key })).items).toEqual([]);
    expect((await susan.byKey({ key })).editedAt).toBeNull();
  });

  test("can be brought back, as a new one", async ({ village }) => {
    const { key } = await said(village, "One *two*.", "Three.");
    village.later(60_000);
    const susan = village.as("Susan").posts;
    expect((await susan.version({ key, nth: 1 })).can.restore).toBe(true);
    await susan.restoreVersion({ key, nth: 1 });
    expect(await susan.toEdit({ key })).toMatchObject({ source: "One *two*.", tags: ["Kettles"] });
    expect((await village.asVisitor().posts.byKey({ key })).html).toContain("<em>two</em>");
    const { items } = await village.asVisitor().posts.versions({ key });
    expect(items[0]).toMatchObject({ nth: 3, restores: 1, isNow: true });
    const others = village.as("Candy").posts.restoreVersion({ key, nth: 1 });
    await expect(others).rejects.toMatchObject({ message: "not-your-post" });
  });

  test("can be kept from the public by their author, and shown again; moderators read them", async ({ village }) => {
    const { key, id } = await said(village, "A secret.", "Nothing.", "Nothing more.");
    const ctx = village.context("Susan");
    await createCaller(ctx).posts.hideVersion({ key, nth: 1 });
    expect(ctx.told.flatMap(tagsOf)).toContain(`post:${id}`);
    expect(await facesFor(village.asVisitor(), key)).toEqual(["3 said", "2 said", "1 version-kept-back"]);
    expect(await facesFor(village.as("Shawn"), key)).toEqual(["3 said", "2 said", "1 said"]);
    await expect(village.asVisitor().posts.version({ key, nth: 1 })).rejects.toMatchObject(missing);
    // The next one is compared with nothing then, and gives nothing of it away.
    const next = await village.asVisitor().posts.version({ key, nth: 2 });
    expect(next).toMatchObject({ comparedWith: null, words: [{ kind: "same", words: "Nothing." }] });
    expect(await village.as("Shawn").posts.version({ key, nth: 2 })).toMatchObject({ comparedWith: 1 });
    const { hideVersion, showVersion } = village.as("Susan").posts;
    await showVersion({ key, nth: 1 });
    expect(await facesFor(village.asVisitor(), key)).toEqual(["3 said", "2 said", "1 said"]);
    await expect(hideVersion({ key, nth: 3 })).rejects.toMatchObject({ message: "this-version-stands" });
    const others = village.as("Shawn").posts.hideVersion({ key, nth: 1 });
    await expect(others).rejects.toMatchObject({ message: "not-your-post" });
  });

  test("can be read by whoever may read the post now and could have read it then", async ({ village }) => {
    const susan = village.as("Susan").posts;
    const { key } = await susan.write({ ...words, source: "Among ourselves.", audience: "members", publish: true });
    await susan.edit({ ...words, key, source: "For all.", audience: "everyone" });
    expect(await facesFor(village.asVisitor(), key)).toEqual(["2 said", "1 version-for-fewer"]);
    expect(await facesFor(village.as("Justin"), key)).toEqual(["2 said", "1 said"]);
    await susan.edit({ ...words, key, source: "For all.", audience: "me" });
    const justin = village.as("Justin").posts;
    await expect(justin.versions({ key })).rejects.toMatchObject({ message: "no-such-post" });
    await expect(justin.version({ key, nth: 1 })).rejects.toMatchObject({ message: "no-such-post" });
    expect(await facesFor(village.as("Susan"), key)).toEqual(["2 said", "1 said"]);
  });

  test("do not bring back what a moderator took from sight", async ({ village }) => {
    const { key } = await said(village, "Fine.", "Unkind.");
    const shawn = village.as("Shawn").moderation;
    const hide = () => shawn.hide({ thing: { post: key }, rule: "kind", reason: "x" });
    await hide();
    for (const source of ["Still unkind.", "Kind."]) {
      village.later(60_000);
      await village.as("Susan").posts.edit({ ...words, key, source });
    }
    await shawn.unhide({ thing: { post: key } });
    const forAll = ["4 said", "3 version-withheld", "2 version-withheld", "1 version-withheld"];
    expect(await facesFor(village.asVisitor(), key)).toEqual(forAll);
    for (const nth of [1, 2, 3])
      await expect(village.as("Justin").posts.version({ key, nth })).rejects.toMatchObject(missing);
    expect(JSON.stringify(await village.asVisitor().posts.version({ key, nth: 4 }))).not.toContain("nkind");
    expect(await facesFor(village.as("Susan"), key)).toEqual(["4 said", "3 said", "2 said", "1 said"]);
    // Hidden and shown again without a change in between, nothing else is lost.
    village.later(60_000);
    await hide();
    village.later(60_000);
    await shawn.unhide({ thing: { post: key } });
    expect(await facesFor(village.asVisitor(), key)).toEqual(forAll);
  });

  test("come back with a post that was hidden by mistake, and not where its first change comes then", async ({
    village,
  }) => {
    const { key } = await said(village, "Fine.", "Better.");
    const shawn = village.as("Shawn").moderation;
    village.later(60_000);
    await shawn.hide({ thing: { post: key }, rule: "kind", reason: "x" });
    village.later(60_000);
    await shawn.unhide({ thing: { post: key } });
    expect(await facesFor(village.asVisitor(), key)).toEqual(["2 said", "1 said"]);
    const fresh = await said(village, "Unkind.");
    await shawn.hide({ thing: { post: fresh.key }, rule: "kind", reason: "x" });
    village.later(60_000);
    await village.as("Susan").posts.edit({ ...words, key: fresh.key, source: "Kind." });
    await shawn.unhide({ thing: { post: fresh.key } });
    expect(await facesFor(village.asVisitor(), fresh.key)).toEqual(["2 said", "1 version-withheld"]);
  });

  test("are so many in an hour, and go with the post", async ({ village }) => {
    await setSetting(village.context(null), { key: "posts.edits-hour", value: 2 });
    const { key, id } = await said(village, "One.", "Two.", "Three.");
    const susan = village.as("Susan").posts;
    await expect(susan.edit({ ...words, key, source: "Four." })).rejects.toMatchObject({ message: "editing-too-fast" });
    await susan.edit({ ...words, key, source: "Three.", audience: "members" });
    await susan.delete({ key });
    village.later(8 * day);
    await eraseDeletedPosts(village.context(null));
    expect(await village.db.select().from(postRevisions).where(eq(postRevisions.postId, id))).toEqual([]);
  });
});
