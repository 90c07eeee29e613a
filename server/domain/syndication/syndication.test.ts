import { and, eq, isNotNull } from "drizzle-orm";
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
