import { eq } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { newId, newKey } from "#/db/ids";
import { segmentOf } from "#/db/reading-order";
import { comments } from "#/db/schema/comments";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { setSetting } from "../settings/commands";
import { mostBytes } from "./queries/room";

beforeAll(bundleTextWorker);

const posted = async (village: Village) =>
  village.as("Susan").posts.write({ title: "Chairs", source: "Sit.", publish: true });

describe("a branch", () => {
  test("says how many answered and when the last of them did, as far as this reader may know", async ({ village }) => {
    await setSetting(village.context("Candy"), { key: "comments.minute", value: 100 });
    const { key: postKey } = await posted(village);
    const say = async (name: "Justin" | "Bert" | "Hank", source: string, parentKey?: string) => {
      village.later(60_000);
      const said = { postKey, source, ...(parentKey ? { parentKey } : {}) };
      return { ...(await village.as(name).comments.write(said)), at: village.context(null).now() };
    };
    const top = await say("Justin", "Top");
    const lonely = await say("Justin", "Nobody answers");
    const hank = await say("Hank", "One", top.key);
    const deep = await say("Justin", "Two", hank.key);
    const bert = await say("Bert", "Three", top.key);
    const hidden = await say("Hank", "Four", deep.key);
    await village.db
      .update(comments)
      .set({ hiddenAt: hidden.at, hiddenRule: "No" })
      .where(eq(comments.key, hidden.key));
    const seenBy = async (reader: ReturnType<Village["asVisitor"]>) =>
      (await reader.comments.thread({ postKey })).branches;
    const two = { [top.key]: { replies: 2, latest: deep.at } };
    const three = { [top.key]: { replies: 3, latest: bert.at } };
    expect(await seenBy(village.asVisitor())).toEqual(three);
    expect(await seenBy(village.as("Susan"))).toEqual(three);
    // Bert and Marguerite have blocked one another; moderators and whoever wrote it read what is hidden.
    expect(await seenBy(village.as("Marguerite"))).toEqual(two);
    for (const name of ["Candy", "Hank"] as const)
      expect(await seenBy(village.as(name))).toEqual({ [top.key]: { replies: 4, latest: hidden.at } });
    expect(await seenBy(village.asVisitor())).not.toHaveProperty(lonely.key);
  });
});

describe("a page of the longest comments there can be", () => {
  type Row = typeof comments.$inferInsert & { id: string; key: string };
  const html = `<p>${"word ".repeat(20_000)}</p>`;

  async function long(village: Village, postId: string, { tops, replies }: { tops: number; replies: number }) {
    const rows: Row[] = [];
    const add = (above: Row | null, nth: number) => {
      const id = newId();
      const row = {
        ...{ id, key: newKey(), postId, parentId: above?.id ?? null, rootId: above?.id ?? id },
        ...{ path: above ? segmentOf(nth) : "", depth: above ? 1 : 0, authorId: village.person("Justin").id },
        ...{ source: "", html, excerpt: "", renderedBy: 1 },
        writtenAt: new Date(village.context(null).now().getTime() + rows.length),
      };
      rows.push(row);
      return row;
    };
    for (let top = 0; top < tops; top++) {
      const above = add(null, 0);
      for (let nth = 1; nth <= replies; nth++) add(above, nth);
    }
    for (let from = 0; from < rows.length; from += 100)
      await village.db.insert(comments).values(rows.slice(from, from + 100));
    return rows;
  }

  const sizeOf = (items: { html: string | null }[]) => items.reduce((sum, { html }) => sum + (html?.length ?? 0), 0);

  test("ends where there is no more room, and every one of them is read further on", async ({ village }) => {
    const { key: postKey, id: postId } = await posted(village);
    const rows = await long(village, postId, { tops: 4, replies: 30 });
    const seen = new Set<string>();
    for (const order of ["oldest", "newest", "discussed"] as const) {
      const cut: string[] = [];
      let pages = 0;
      let cursor: string | undefined;
      do {
        const page = await village.asVisitor().comments.thread({ postKey, order, cursor });
        pages += 1;
        expect(sizeOf(page.items)).toBeLessThan(mostBytes + html.length);
        expect(page.items.every((it) => it.html === html)).toBe(true);
        for (const { key } of page.items) seen.add(key);
        cut.push(...Object.values(page.cut).map(({ top }) => top));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(pages).toBe(4);
      expect(new Set(cut)).toEqual(new Set(rows.filter(({ depth }) => depth === 0).map(({ key }) => key)));
    }
    for (const { key } of rows.filter(({ depth }) => depth === 0)) {
      let cursor: string | undefined;
      do {
        const page = await village.asVisitor().comments.inContext({ key, cursor });
        expect(sizeOf(page.replies)).toBeLessThan(mostBytes + html.length);
        for (const reply of page.replies) seen.add(reply.key);
        cursor = page.next ?? undefined;
      } while (cursor);
    }
    expect(seen.size).toBe(rows.length);
  });

  test("shows as many top comments as there is room for", async ({ village }) => {
    const { key: postKey, id: postId } = await posted(village);
    const rows = await long(village, postId, { tops: 20, replies: 0 });
    const first = await village.asVisitor().comments.thread({ postKey });
    const second = await village.asVisitor().comments.thread({ postKey, cursor: first.next ?? "" });
    expect([first.cut, second.cut, second.next]).toEqual([{}, {}, null]);
    expect([...first.items, ...second.items].map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
  });
});
