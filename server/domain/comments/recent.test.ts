import { beforeAll, describe, expect } from "vitest";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { setSetting } from "../settings/commands";

beforeAll(bundleTextWorker);

const posted = async (village: Village, more: object = {}) =>
  (await village.as("Susan").posts.write({ title: "Busy", source: "Talk.", publish: true, ...more })).key;

describe("the recent comments", () => {
  test("are five, at most two of one person or one post, each cut at a word", async ({ village }) => {
    await setSetting(village.context("Candy"), { key: "comments.minute", value: 1000 });
    const postKey = await posted(village);
    const people = ["Justin", "Candy", "Hank"] as const;
    for (let nth = 0; nth < 120; nth++) {
      village.later(1000);
      const author = people[nth % people.length] ?? "Hank";
      await village
        .as(author)
        .comments.write({ postKey, source: `> quoted\n\n**${nth}** ${"long words ".repeat(30)}` });
    }
    const recent = await village.asVisitor().comments.recent();
    expect(recent).toHaveLength(5);
    expect(recent[0]?.words).toMatch(/^119 long words .*words…$|^119 long words .*long…$/);
    for (const { post, author, words } of recent) {
      expect(recent.filter((it) => it.post.href === post.href).length).toBeLessThanOrEqual(2);
      expect(recent.filter((it) => it.author.name === author.name).length).toBeLessThanOrEqual(2);
      expect(Array.from(words).length).toBeLessThanOrEqual(150);
    }
    for (const [key, value] of [
      ["recent.comments", 12],
      ["recent.of-one", 9],
      ["recent.characters", 60],
    ] as const)
      await setSetting(village.context("Candy"), { key, value });
    const more = await village.asVisitor().comments.recent();
    expect(more).toHaveLength(12);
    expect(more.slice(0, 9).map(({ words }) => words.split(" ")[0])).toEqual(
      Array.from({ length: 9 }, (_, nth) => String(119 - nth)),
    );
    expect(more.filter(({ post }) => post.title === "Busy")).toHaveLength(9);
    expect(Math.max(...more.map(({ words }) => Array.from(words).length))).toBeLessThanOrEqual(60);
  });

  test("never tell a reader of what they may not read", async ({ village }) => {
    const postKey = await posted(village, { audience: "connections" });
    const { key } = await village.as("Kofi").comments.write({ postKey, source: "Between us" });
    const keysFor = async (reader: ReturnType<Village["asVisitor"]>) => [
      ...(await reader.comments.recent()).map((it) => it.key),
      ...(await reader.comments.all({ limit: 100 })).items.map((it) => it.key),
    ];
    expect(await keysFor(village.asVisitor())).not.toContain(key);
    expect(await keysFor(village.as("Newcomer"))).not.toContain(key);
    expect(await keysFor(village.as("Fiadh"))).toContain(key);
    expect((await village.as("Fiadh").comments.latest({ limit: 100 })).map((it) => it.key)).not.toContain(key);
  });

  test("leave out whom this reader has blocked or who has blocked them", async ({ village }) => {
    const postKey = await posted(village);
    const { key } = await village.as("Bert").comments.write({ postKey, source: "Ledger" });
    expect((await village.as("Marguerite").comments.recent()).map((it) => it.key)).not.toContain(key);
    expect((await village.as("Hank").comments.recent()).map((it) => it.key)).toContain(key);
  });

  test("page on to the very first one", async ({ village }) => {
    const whole = await village.asVisitor().comments.all({ limit: 100 });
    const first = await village.asVisitor().comments.all({ limit: 60 });
    const second = await village.asVisitor().comments.all({ limit: 40, cursor: first.next ?? "" });
    expect([...first.items, ...second.items]).toEqual(whole.items);
  });
});
