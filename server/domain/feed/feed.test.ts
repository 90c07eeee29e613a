import { and, eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { connections, mutes } from "#/db/schema/connections";
import { posts } from "#/db/schema/posts";
import type { Name } from "#/db/seed/village";
import { test, type Village } from "#/server/testing/village";
import { visibleTo as commentVisibleTo } from "../comments/policy";
import { visibleTo as postVisibleTo } from "../posts/policy";
import type { FeedItem } from "./queries";

/** The whole feed, page by page. */
async function whole(village: Village, name: Name, limit = 40): Promise<FeedItem[]> {
  const { feed } = village.as(name);
  const items: FeedItem[] = [];
  let next: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof feed.items>> = await feed.items({ limit, ...(next ? { cursor: next } : {}) });
    items.push(...page.items);
    next = page.next;
  } while (next);
  return items;
}

const of = <Kind extends FeedItem["kind"]>(items: FeedItem[], kind: Kind) =>
  items.filter((item): item is Extract<FeedItem, { kind: Kind }> => item.kind === kind);
const names = (items: FeedItem[]) =>
  new Set(
    items.flatMap((item) => (item.kind === "connection" ? [item.one.name, item.other.name] : [item.author.name])),
  );

describe("the feed", () => {
  test("is for members only", async ({ village }) => {
    await expect(village.asVisitor().feed.items({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("is complete, newest first, each thing once, and ends: the same in small pages as in one", async ({
    village,
  }) => {
    const all = await whole(village, "Candy", 100);
    expect(all.length).toBeGreaterThan(40);
    expect(await whole(village, "Candy", 3)).toEqual(all);
    expect(all.map(({ at }) => at.getTime())).toEqual(all.map(({ at }) => at.getTime()).sort((a, b) => b - a));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(["post", "comment", "connection"]));
  });

  test("brings exactly what connections wrote and the viewer may read, for every person of the village", async ({
    village,
  }) => {
    for (const viewer of village.people) {
      const network = sql`(select other_id from connections where member_id = ${viewer.id})`;
      const mayRead = await village.db
        .select({ id: posts.id })
        .from(posts)
        .where(
          and(
            postVisibleTo(viewer),
            sql`posts.author_id in ${network} and hidden_at is null and published_at is not null and kind = 'post'`,
          ),
        );
      const maySee = await village.db
        .select({ id: comments.id })
        .from(comments)
        .innerJoin(posts, eq(posts.id, comments.postId))
        .where(
          and(
            commentVisibleTo(viewer),
            sql`comments.author_id in ${network} and comments.hidden_at is null and posts.hidden_at is null and comments.kind = 'comment'`,
          ),
        );
      const items = await whole(village, viewer.name as Name, 100);
      expect(
        of(items, "post")
          .map(({ id }) => id)
          .sort(),
      ).toEqual(mayRead.map(({ id }) => id).sort());
      expect(
        of(items, "comment")
          .map(({ id }) => id)
          .sort(),
      ).toEqual(maySee.map(({ id }) => id).sort());
    }
  });

  test("is empty for a newcomer, and has its end", async ({ village }) => {
    expect(await village.as("Newcomer").feed.items({})).toEqual({ items: [], next: null });
  });

  test("tells of connections of connections once, and of no strangers", async ({ village }) => {
    const mine = (await village.as("Candy").connections.network({ limit: 100 })).items.map(({ member }) => member.name);
    const bonds = of(await whole(village, "Candy"), "connection");
    const pairs = bonds.map(({ one, other }) => [one.name, other.name].sort().join(" "));
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { one, other } of bonds) expect(mine.includes(one.name) || mine.includes(other.name)).toBe(true);
    const rows = await village.db.select().from(connections);
    const ids = new Set(
      (await village.as("Candy").connections.network({ limit: 100 })).items.map(({ member }) => member.id),
    );
    const expected = rows.filter(
      ({ memberId, otherId }) => memberId < otherId && (ids.has(memberId) || ids.has(otherId)),
    );
    expect(bonds).toHaveLength(expected.length);
  });

  test("says when a connection is with the viewer", async ({ village }) => {
    await village.as("Candy").connections.request({ to: { handle: "justin" }, how: "thread", note: "" });
    const [first] = await whole(village, "Candy");
    expect(first).toMatchObject({
      kind: "connection",
      withYou: true,
      one: { name: "Justin" },
      other: { name: "Candy" },
    });
  });

  test("leaves out whom the viewer muted, also under their posts and as a third party", async ({ village }) => {
    const before = await whole(village, "Justin");
    expect(names(before).has("Candy")).toBe(true);
    expect(names(before).has("Shawn")).toBe(true);
    await village.db.insert(mutes).values(
      (["Candy", "Shawn"] as const).map((name) => ({
        memberId: village.person("Justin").id,
        mutedId: village.person(name).id,
        madeAt: new Date(),
      })),
    );
    const after = await whole(village, "Justin");
    expect(names(after).has("Candy")).toBe(false);
    expect(names(after).has("Shawn")).toBe(false);
    const titles = await village.db
      .select({ title: posts.title })
      .from(posts)
      .where(eq(posts.authorId, village.person("Shawn").id));
    const shown = of(after, "comment").map(({ post }) => post.title);
    expect(titles.filter(({ title }) => shown.includes(title))).toEqual([]);
  });

  test("leaves out whoever blocked the viewer, as a third party too", async ({ village }) => {
    expect(names(await whole(village, "Justin")).has("Candy")).toBe(true);
    await village.as("Candy").connections.block({ person: { handle: "justin" } });
    expect(names(await whole(village, "Justin")).has("Candy")).toBe(false);
    expect(names(await whole(village, "Candy")).has("Justin")).toBe(false);
  });

  test("leaves out the suspended as people one connects with", async ({ village }) => {
    await village.db.execute(sql`update members set suspended_at = now() where name = 'Shawn'`);
    expect(
      of(await whole(village, "Candy"), "connection").some(({ one, other }) =>
        [one.name, other.name].includes("Shawn"),
      ),
    ).toBe(false);
  });

  test("loses what is hidden or deleted, for moderators too", async ({ village }) => {
    for (const name of ["Justin", "Candy"] as const) {
      const [comment] = of(await whole(village, name), "comment");
      await village.db
        .update(comments)
        .set({ hiddenAt: new Date(), hiddenRule: "kindness" })
        .where(eq(comments.id, comment?.id ?? ""));
      expect((await whole(village, name)).map(({ id }) => id)).not.toContain(comment?.id);
      const [post] = of(await whole(village, name), "post");
      await village.db
        .update(posts)
        .set({ deletedAt: new Date() })
        .where(eq(posts.id, post?.id ?? ""));
      const left = await whole(village, name);
      expect(left.map(({ id }) => id)).not.toContain(post?.id);
      expect(of(left, "comment").filter((it) => it.post.href === post?.href)).toEqual([]);
    }
  });

  test("ends with a connection: what they wrote is not brought any more", async ({ village }) => {
    expect(of(await whole(village, "Candy"), "comment").some(({ author }) => author.name === "Susan")).toBe(true);
    await village.as("Susan").connections.end({ person: { handle: "candy" } });
    expect(of(await whole(village, "Candy"), "comment").some(({ author }) => author.name === "Susan")).toBe(false);
  });

  test("takes no cursor but its own", async ({ village }) => {
    await expect(village.as("Candy").feed.items({ cursor: "e30" })).rejects.toMatchObject({ message: "broken-cursor" });
  });
});

describe("what waits above the feed", () => {
  test("comes with the last three comments of who asks, as far as the viewer may read them", async ({ village }) => {
    const [justin] = (await village.as("Candy").feed.waiting({})).items;
    expect(justin?.from.name).toBe("Justin");
    expect(justin?.lastWords).toHaveLength(3);
    const instants = justin?.lastWords.map(({ writtenAt }) => writtenAt.getTime()) ?? [];
    expect(instants).toEqual([...instants].sort((a, b) => b - a));
    await village.db.execute(sql`update comments set hidden_at = now()`);
    expect((await village.as("Candy").feed.waiting({})).items[0]?.lastWords).toEqual([]);
  });

  test("shows no words from a thread the viewer may not read", async ({ village }) => {
    await village.db.execute(sql`update posts set audience = 'me'`);
    const candy = village.person("Candy").id;
    await village.db.execute(sql`update posts set author_id = ${village.person("Hank").id} where author_id = ${candy}`);
    expect((await village.as("Candy").feed.waiting({})).items[0]?.lastWords).toEqual([]);
  });
});
