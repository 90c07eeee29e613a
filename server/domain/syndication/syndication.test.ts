import { and, eq, isNotNull, sql } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { mutes } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { feedKeys } from "#/db/schema/syndication";
import type { Name } from "#/db/seed/village";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { visibleTo as commentVisibleTo } from "../comments/policy";
import { visibleTo } from "../posts/policy";

beforeAll(bundleTextWorker);

const feedsOf = async (village: Village, name: Name) => {
  const { token } = await village.as(name).syndication.renew();
  const titles = async () => (await village.asVisitor().syndication.posts({ token })).posts.map(({ title }) => title);
  const said = async () => (await village.asVisitor().syndication.comments({ token })).comments.map(({ html }) => html);
  return { token, titles, said };
};

describe("the secret of private feeds", () => {
  test("is told once, kept as a hash, and the one before it dies with the next", async ({ village }) => {
    const candy = village.as("Candy");
    expect(await candy.syndication.mine()).toBeNull();
    const { token } = await candy.syndication.renew();
    expect(token).toMatch(/^[\w-]{43}$/);
    const [kept] = await village.db.select().from(feedKeys);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await candy.syndication.mine()).toEqual({ madeAt: village.context(null).now() });
    const visitor = village.asVisitor().syndication;
    await expect(visitor.posts({ token })).resolves.toMatchObject({ name: "Candy" });
    const next = await candy.syndication.renew();
    await expect(visitor.posts({ token })).rejects.toMatchObject({ code: "NOT_FOUND", message: "no-such-feed" });
    await expect(visitor.comments({ token })).rejects.toThrow("no-such-feed");
    await expect(visitor.posts(next)).resolves.toMatchObject({ name: "Candy" });
    await candy.syndication.end();
    await expect(visitor.posts(next)).rejects.toThrow("no-such-feed");
    await expect(candy.syndication.end()).rejects.toThrow("no-feed-to-end");
  });

  test("opens nothing while its member is suspended, and nothing when they are gone", async ({ village }) => {
    const { titles } = await feedsOf(village, "Hank");
    const memberId = village.person("Hank").id;
    expect(await titles()).not.toEqual([]);
    await village.as("Shawn").members.suspend({ memberId, reason: "x" });
    await expect(titles()).rejects.toThrow("no-such-feed");
    await village.as("Shawn").members.restore({ memberId });
    expect(await titles()).not.toEqual([]);
    await village.db.delete(members).where(eq(members.id, memberId));
    await expect(titles()).rejects.toThrow("no-such-feed");
  });

  test("is no secret that somebody could guess or leave out", async ({ village }) => {
    await feedsOf(village, "Candy");
    for (const token of ["", "x".repeat(43), village.person("Candy").id])
      await expect(village.asVisitor().syndication.posts({ token })).rejects.toThrow("no-such-feed");
  });
});

describe("a private feed", () => {
  test("has nothing in it, for anybody in the village, that they could not read by themselves", async ({ village }) => {
    let more = 0;
    for (const member of village.people.filter(({ suspendedAt }) => !suspendedAt)) {
      const name = member.name as Name;
      const { token } = await village.as(name).syndication.renew();
      const { posts: found } = await village.asVisitor().syndication.posts({ token });
      const { comments: said } = await village.asVisitor().syndication.comments({ token });
      const readable = await village.db
        .select({ id: posts.id, audience: posts.audience })
        .from(posts)
        .where(and(visibleTo(member), isNotNull(posts.publishedAt)));
      const heard = await village.db
        .select({ id: comments.id })
        .from(comments)
        .innerJoin(posts, eq(posts.id, comments.postId))
        .where(commentVisibleTo(member));
      expect(readable.map(({ id }) => id)).toEqual(expect.arrayContaining(found.map(({ id }) => id)));
      expect(heard.map(({ id }) => id)).toEqual(expect.arrayContaining(said.map(({ id }) => id)));
      const narrow = new Set(readable.filter(({ audience }) => audience !== "everyone").map(({ id }) => id));
      more += found.filter(({ id }) => narrow.has(id)).length;
    }
    expect(more).toBeGreaterThan(0);
  });

  test("brings what is for members and the network, and not what is for its author alone", async ({ village }) => {
    const kofi = village.as("Kofi");
    for (const audience of ["everyone", "members", "connections", "me"] as const)
      await kofi.posts.write({ title: `For ${audience}`, source: "Words.", audience, publish: true });
    const own = (titles: string[]) => titles.filter((title) => title.startsWith("For ")).sort();
    expect(own(await (await feedsOf(village, "Priya")).titles())).toEqual([
      "For connections",
      "For everyone",
      "For members",
    ]);
    expect(own(await (await feedsOf(village, "Bert")).titles())).toEqual(["For everyone", "For members"]);
    await kofi.connections.block({ person: { handle: "hank" } });
    expect(own(await (await feedsOf(village, "Hank")).titles()), "whom Kofi has blocked").toEqual([]);
    expect(own(await (await feedsOf(village, "Kofi")).titles())).not.toContain("For me");
  });

  test("loses at once what is hidden, deleted or for others now, and who is muted", async ({ village }) => {
    const kofi = village.as("Kofi");
    const { titles, said } = await feedsOf(village, "Priya");
    const write = async (title: string) =>
      (await kofi.posts.write({ title, source: "Words.", audience: "connections", publish: true })).key;
    const [hidden, deleted, narrowed] = [await write("Hidden"), await write("Deleted"), await write("Narrowed")];
    const { key } = await kofi.comments.write({ postKey: narrowed, source: "A word under it" });
    expect(await titles()).toEqual(expect.arrayContaining(["Hidden", "Deleted", "Narrowed"]));
    expect((await said()).join()).toContain("A word under it");
    await village.as("Priya").moderation.report({ thing: { post: hidden }, reason: "other" });
    await village.as("Shawn").moderation.hide({ thing: { post: hidden }, rule: "kind", reason: "x" });
    await kofi.posts.delete({ key: deleted });
    await kofi.posts.edit({ key: narrowed, title: "Narrowed", source: "Words.", audience: "me" });
    const left = (await titles()).join();
    for (const gone of ["Hidden", "Deleted", "Narrowed"]) expect(left).not.toContain(gone);
    expect((await said()).join()).not.toContain("A word under it");
    await kofi.posts.edit({ key: narrowed, title: "Narrowed", source: "Words.", audience: "members" });
    expect((await said()).join()).toContain("A word under it");
    await kofi.comments.delete({ key });
    expect((await said()).join()).not.toContain("A word under it");
    expect(await titles()).toContain("Narrowed");
    await village.db.insert(mutes).values({
      memberId: village.person("Priya").id,
      mutedId: village.person("Kofi").id,
      madeAt: village.context(null).now(),
    });
    expect(await titles()).not.toContain("Narrowed");
  });
});

describe("the sitemaps", () => {
  test("name every post, member and subject anybody may read of, and nothing else", async ({ village }) => {
    const api = village.asVisitor();
    const before = await api.syndication.sitemap({ kind: "posts", part: 1 });
    const kofi = village.as("Kofi");
    const write = async (title: string, more: object) => (await kofi.posts.write({ title, source: "x", ...more })).key;
    village.later(60_000);
    const shown = await write("Shown", { publish: true, tags: ["Seen"] });
    for (const audience of ["members", "connections", "me"] as const)
      await write(`For ${audience}`, { publish: true, audience, tags: ["Unseen"] });
    await write("Draft", { tags: ["Unseen"] });
    const hidden = await write("Hidden", { publish: true, tags: ["Unseen"] });
    await village.as("Shawn").moderation.hide({ thing: { post: hidden }, rule: "kind", reason: "x" });
    await kofi.posts.delete({ key: await write("Deleted", { publish: true, tags: ["Unseen"] }) });
    const after = await api.syndication.sitemap({ kind: "posts", part: 1 });
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toEqual({ path: `/p/${shown}/shown`, changedAt: village.context(null).now() });
    const tags = (await api.syndication.sitemap({ kind: "tags", part: 1 })).map(({ path }) => path);
    expect(tags).toContain("/t/seen");
    expect(tags).not.toContain("/t/unseen");
    const people = (await api.syndication.sitemap({ kind: "members", part: 1 })).map(({ path }) => path);
    expect(people).toContain("/m/kofi");
    expect(people).not.toContain("/m/newcomer");
    expect(await api.syndication.sitemaps()).toEqual({ posts: 1, members: 1, tags: 1 });
    expect(await api.syndication.sitemap({ kind: "posts", part: 2 })).toEqual([]);
    await expect(api.syndication.sitemap({ kind: "posts", part: 0 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await kofi.posts.edit({ key: shown, title: "Shown", source: "y" });
    village.later(60_000);
    expect((await api.syndication.sitemap({ kind: "posts", part: 1 })).map(({ path }) => path)).toContain(
      `/p/${shown}/shown`,
    );
  });

  test("are split where one would hold more addresses than it may", async ({ village }) => {
    await village.db.execute(sql`
      insert into posts (id, key, author_id, title, slug, source, html, excerpt, rendered_by, made_at, published_at)
      select gen_random_uuid(), 'm' || lpad(n::text, 9, '0'), ${village.person("Kofi").id}, 'A post', 'a-post', '', '', '', 1,
        timestamptz '2020-01-01' + n * interval '1 minute', timestamptz '2020-01-01' + n * interval '1 minute'
      from generate_series(1, ${10_010}::int) n`);
    const { syndication } = village.asVisitor();
    const { posts: parts } = await syndication.sitemaps();
    expect(parts).toBe(2);
    const paths = new Set<string>();
    for (let part = 1; part <= parts; part += 1) {
      const addresses = await syndication.sitemap({ kind: "posts", part });
      expect(addresses.length).toBeLessThanOrEqual(10_000);
      for (const { path } of addresses) paths.add(path);
    }
    expect(paths.size).toBeGreaterThan(10_010);
  });
});
