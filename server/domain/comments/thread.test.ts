import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, newKey } from "#/db/ids";
import { segmentOf } from "#/db/reading-order";
import { comments } from "#/db/schema/comments";
import { countingStatements } from "#/server/testing/counting";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage } from "#/server/testing/village";
import { setSetting } from "../settings/commands";

let village: Awaited<ReturnType<typeof ownVillage>>;
beforeAll(async () => {
  await bundleTextWorker();
  village = await ownVillage();
  await setSetting(village.context("Candy"), { key: "comments.minute", value: 10_000 });
  await setSetting(village.context("Candy"), { key: "comments.hour", value: 10_000 });
});
afterAll(() => village.close());

type Row = typeof comments.$inferInsert & { id: string; key: string; rootId: string; path: string; depth: number };

async function posted(title: string) {
  const { key, id } = await village.as("Susan").posts.write({ title, source: "Talk.", publish: true });
  return { postKey: key, postId: id };
}

/** A comment that was made long ago, without its writing. */
function row(postId: string, above: Row | null, nth: number): Row {
  const id = newId();
  return {
    id,
    key: newKey(),
    postId,
    parentId: above?.id ?? null,
    rootId: above?.rootId ?? id,
    path: above ? above.path + segmentOf(nth) : "",
    depth: above ? above.depth + 1 : 0,
    authorId: village.person(nth % 2 ? "Justin" : "Candy").id,
    source: "x",
    html: "<p>x</p>",
    excerpt: "x",
    renderedBy: 1,
    writtenAt: new Date(village.context(null).now().getTime() + nth),
  };
}

async function keep(rows: Row[]) {
  for (let from = 0; from < rows.length; from += 1000)
    await village.db.insert(comments).values(rows.slice(from, from + 1000));
}

describe("a conversation of thousands", () => {
  test("begins each branch with three replies, and every other one is read from where they end", async () => {
    const { postKey, postId } = await posted("Everybody at once");
    const rows: Row[] = [];
    for (let top = 0; top < 60; top++) {
      const above = row(postId, null, top);
      rows.push(above, ...Array.from({ length: 6 }, (_, nth) => row(postId, above, nth + 1)));
    }
    await keep(rows);
    const { items, cut, next } = await village.asVisitor().comments.thread({ postKey });
    expect(items).toHaveLength(50 * 4);
    expect(Object.values(cut).every(({ more }) => more === 3)).toBe(true);
    const second = await village.asVisitor().comments.thread({ postKey, cursor: next ?? "" });
    const seen = new Set([...items, ...second.items].map(({ key }) => key));
    for (const { top, after } of [...Object.values(cut), ...Object.values(second.cut)]) {
      const { replies, next: further } = await village.asVisitor().comments.inContext({ key: top, cursor: after });
      expect([replies.length, further]).toEqual([3, null]);
      for (const { key } of replies) seen.add(key);
    }
    expect(seen).toEqual(new Set(rows.map(({ key }) => key)));
  });
});

describe("a chain of replies, each to the one before", () => {
  test("is written one by one and continues at its own address when it is deeper than a page", async () => {
    const { postKey } = await posted("A short chain");
    const keys: string[] = [];
    for (let depth = 0; depth < 40; depth++) {
      const parentKey = keys.at(-1);
      const said = { postKey, source: `Step ${depth}`, ...(parentKey ? { parentKey } : {}) };
      keys.push((await village.as(depth % 2 ? "Justin" : "Candy").comments.write(said)).key);
    }
    const { items } = await village.asVisitor().comments.thread({ postKey });
    expect(items.map(({ key }) => key)).toEqual(keys.slice(0, 7));
    expect(items.at(-1)).toMatchObject({ depth: 6, replies: 1, to: "Justin" });
    const there = await village.asVisitor().comments.inContext({ key: keys[20] ?? "" });
    expect(there.line.map(({ key }) => key)).toEqual(keys.slice(15, 21));
    expect(there.further).toBe(15);
    expect(there.replies[0]).toMatchObject({ key: keys[21], to: "Candy" });
  });

  test("is read and linked to at a depth of 3,000", async () => {
    const { postKey, postId } = await posted("A deep chain");
    const rows: Row[] = [];
    for (let depth = 0; depth < 3000; depth++) rows.push(row(postId, rows.at(-1) ?? null, 1));
    await keep(rows);
    const started = performance.now();
    const { items, count } = await village.asVisitor().comments.thread({ postKey });
    expect(items).toHaveLength(4);
    expect(count.comments).toBe(3000);
    const bottom = await village.asVisitor().comments.inContext({ key: rows[2999]?.key ?? "" });
    expect(bottom.line).toHaveLength(6);
    expect(bottom).toMatchObject({ further: 2994, replies: [] });
    const middle = await village.asVisitor().comments.inContext({ key: rows[1500]?.key ?? "" });
    expect(middle.replies[0]?.key).toBe(rows[1501]?.key);
    expect(performance.now() - started).toBeLessThan(3000);
    const { key } = await village
      .as("Hank")
      .comments.write({ postKey, parentKey: rows[2999]?.key ?? "", source: "Gravel" });
    expect((await village.asVisitor().comments.inContext({ key })).further).toBe(2995);
  });
});

describe("a thread of 2,000 comments", () => {
  let postKey: string;
  let tops: Row[];
  beforeAll(async () => {
    const made = await posted("A long thread");
    postKey = made.postKey;
    tops = Array.from({ length: 120 }, (_, nth) => row(made.postId, null, nth + 1));
    const replies = tops.flatMap((top, index) => {
      const many = index === 0 ? 150 : index === 60 ? 300 : 10;
      return Array.from({ length: many }, (_, nth) => row(made.postId, top, nth + 1));
    });
    await keep([...tops, ...replies]);
  });

  test("is paged fifty top comments at a time, in every order, none twice and none lost", async () => {
    for (const order of ["oldest", "newest", "discussed"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await village.asVisitor().comments.thread({ postKey, order, cursor });
        seen.push(...page.items.filter(({ depth }) => depth === 0).map(({ key }) => key));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(120);
      expect(new Set(seen).size).toBe(120);
      if (order === "oldest") expect(seen).toEqual(tops.map(({ key }) => key));
      if (order === "newest") expect(seen).toEqual(tops.map(({ key }) => key).reverse());
      if (order === "discussed") expect(seen.slice(0, 2)).toEqual([tops[60]?.key, tops[0]?.key]);
    }
  });

  test("shows three replies of a branch and pages the rest at the top comment's own address", async () => {
    const { items, cut } = await village.asVisitor().comments.thread({ postKey });
    const top = tops[0];
    expect(Object.values(cut).find((it) => it.top === top?.key)?.more).toBe(147);
    expect(items.filter(({ parentId }) => parentId === top?.id)).toHaveLength(3);
    const first = await village.asVisitor().comments.inContext({ key: top?.key ?? "" });
    const second = await village.asVisitor().comments.inContext({ key: top?.key ?? "", cursor: first.next ?? "" });
    expect([first.replies.length, second.replies.length, second.next]).toEqual([100, 50, null]);
    expect(new Set([...first.replies, ...second.replies].map(({ key }) => key)).size).toBe(150);
  });

  test("costs the same few statements for a visitor and a member, long or short", async () => {
    const { postKey: short } = await posted("A short thread");
    for (const [reader, few] of [[village.asVisitor(), 4] as const, [village.as("Marguerite"), 5] as const]) {
      const long = await countingStatements(village.pool, () => reader.comments.thread({ postKey }));
      const empty = await countingStatements(village.pool, () => reader.comments.thread({ postKey: short }));
      expect([long.statements, empty.statements]).toEqual([few, few]);
    }
    const key = tops[0]?.key ?? "";
    const there = await countingStatements(village.pool, () => village.asVisitor().comments.inContext({ key }));
    expect(there.statements).toBe(4);
    const recent = await countingStatements(village.pool, () => village.asVisitor().comments.recent());
    expect(recent.statements).toBe(2);
  });
});
