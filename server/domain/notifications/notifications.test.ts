import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { blocks, mutes } from "#/db/schema/connections";
import { notifications } from "#/db/schema/notifications";
import { posts } from "#/db/schema/posts";
import { events } from "#/db/schema/site";
import type { Name } from "#/db/seed/village";
import { ownVillage, test, type Village } from "#/server/testing/village";
import { setSetting } from "../settings/commands";
import { carryNext } from "./carry";

/** A public post of Mireille's, on which everybody may comment. */
async function postOf(village: Village, name: Name = "Mireille Quesnel") {
  const rows = await village.db
    .select()
    .from(posts)
    .where(eq(posts.authorId, village.person(name).id));
  const post = rows.find(({ audience, comments }) => audience === "everyone" && comments === "open");
  if (!post) throw new Error(`${name} has no post for everybody`);
  return post;
}

const carry = (village: Village) => carryNext(village.context(null), 500);

async function says(village: Village, name: Name, source: string, to?: string, by: Name = "Mireille Quesnel") {
  const { key } = await postOf(village, by);
  const said = await village.as(name).comments.write({ postKey: key, source, ...(to && { parentKey: to }) });
  await carry(village);
  return said;
}

const toldTo = async (village: Village, name: Name) => (await village.as(name).notifications.list({})).items;

describe("carrying what was told", () => {
  test("tells whose post it is of a comment, with its words and the way to it", async ({ village }) => {
    const { key } = await says(village, "Kofi", "Bring a chair.");
    const [told] = await toldTo(village, "Mireille Quesnel");
    expect(told).toMatchObject({ kind: "comment", unread: true, actor: { name: "Kofi" }, excerpt: "Bring a chair." });
    expect(told?.href).toContain(`?c=${key}#c-${key}`);
  });

  test("tells whose comment was answered of the reply, and nobody of their own words", async ({ village }) => {
    const { key } = await says(village, "Kofi", "Bring a chair.");
    await says(village, "Priya", "Two chairs.", key);
    await says(village, "Kofi", "Three, then.", key);
    expect((await toldTo(village, "Kofi")).map(({ kind, excerpt }) => [kind, excerpt])).toEqual([
      ["reply", "Two chairs."],
    ]);
  });

  test("tells who is named in it, once, and not in code", async ({ village }) => {
    await says(village, "Kofi", "Ask @priya, yes @priya. `@seun`");
    expect((await toldTo(village, "Priya")).map(({ kind }) => kind)).toEqual(["mention"]);
    expect(await toldTo(village, "Seun")).toEqual([]);
  });

  test("tells one person one thing about one comment: a reply before a mention before a comment", async ({
    village,
  }) => {
    const { key } = await says(village, "Mireille Quesnel", "Who brings chairs?");
    await says(village, "Kofi", "I do, @mireille.", key);
    expect((await toldTo(village, "Mireille Quesnel")).map(({ kind }) => kind)).toEqual(["reply"]);
  });

  test("tells no more than ten people who are named in one text", async ({ village }) => {
    await setSetting(village.context("Candy"), { key: "mentions.most", value: 100 });
    const everybody = village.people.map(({ handle }) => `@${handle}`).join(" ");
    await says(village, "Kofi", everybody);
    const told = await village.db.select().from(notifications).where(eq(notifications.kind, "mention"));
    expect(told.length).toBeLessThanOrEqual(10);
    expect(told.length).toBeGreaterThan(5);
  });

  test("does not tell of a text that the person named may not read", async ({ village }) => {
    const post = { title: "For few", source: "Not for @hank.", audience: "connections" as const, publish: true };
    await village.as("Mireille Quesnel").posts.write(post);
    await carry(village);
    expect(await toldTo(village, "Hank")).toEqual([]);
  });

  test("tells of a request, and of its acceptance", async ({ village }) => {
    const asked = { to: { handle: "kofi" }, how: "met" as const, note: "We met at the arch, by the third barrel." };
    await village.as("Mireille Quesnel").connections.request(asked);
    await carry(village);
    expect(await toldTo(village, "Kofi")).toMatchObject([
      { kind: "request", href: "/requests", actor: { name: "Mireille Quesnel" } },
    ]);
    const [row] = await village.db.select().from(notifications).where(eq(notifications.kind, "request"));
    const requestId = row?.requestId ?? "";
    await village.as("Kofi").connections.accept({ requestId });
    await carry(village);
    expect(await toldTo(village, "Mireille Quesnel")).toMatchObject([{ kind: "accepted", href: "/m/kofi" }]);
  });

  test("tells each person once, however often a fact is carried", async ({ village }) => {
    await says(village, "Kofi", "Bring a chair.");
    await village.db.update(events).set({ carriedAt: null });
    await carry(village);
    expect(await toldTo(village, "Mireille Quesnel")).toHaveLength(1);
  });

  test("carries every fact once when two processes carry at the same time", async () => {
    const village = await ownVillage();
    try {
      const { key } = await postOf(village);
      for (const n of [1, 2, 3, 4]) await village.as("Kofi").comments.write({ postKey: key, source: `Chair ${n}` });
      const both = await Promise.all([carryNext(village.context(null), 2), carryNext(village.context(null), 2)]);
      while ((await carry(village)) > 0);
      expect(both.reduce((a, b) => a + b)).toBeGreaterThan(0);
      expect(await toldTo(village, "Mireille Quesnel")).toHaveLength(4);
    } finally {
      await village.close();
    }
  });
});

describe("a notification", () => {
  test("is gone when its words were deleted or hidden, or when the post is no longer for this reader", async ({
    village,
  }) => {
    const { key } = await says(village, "Kofi", "Ask @priya.");
    expect(await toldTo(village, "Priya")).toHaveLength(1);
    await village.as("Shawn").moderation.hide({ thing: { comment: key }, rule: "kind", reason: "To see." });
    expect(await toldTo(village, "Priya")).toEqual([]);
    await village.as("Shawn").moderation.unhide({ thing: { comment: key } });
    expect(await toldTo(village, "Priya")).toHaveLength(1);
    await village.as("Kofi").comments.delete({ key });
    expect(await toldTo(village, "Priya")).toEqual([]);
    expect((await village.as("Priya").shell.around()).viewer?.unread).toBe(0);
  });

  test("is gone for as long as its sender is blocked, on either side, or muted", async ({ village }) => {
    await says(village, "Kofi", "Ask @priya.");
    const [priya, kofi] = [village.person("Priya").id, village.person("Kofi").id];
    for (const [memberId, blockedId] of [
      [priya, kofi],
      [kofi, priya],
    ] as const) {
      await village.db.insert(blocks).values({ memberId, blockedId, madeAt: new Date() });
      expect(await toldTo(village, "Priya")).toEqual([]);
      await village.db.delete(blocks).where(eq(blocks.memberId, memberId));
    }
    await village.db.insert(mutes).values({ memberId: priya, mutedId: kofi, madeAt: new Date() });
    expect(await toldTo(village, "Priya")).toEqual([]);
    expect((await village.as("Priya").shell.around()).viewer?.unread).toBe(0);
  });

  test("of a request is no news any more once it was answered", async ({ village }) => {
    const asked = { to: { handle: "kofi" }, how: "met" as const, note: "We met at the arch, by the third barrel." };
    await village.as("Mireille Quesnel").connections.request(asked);
    await carry(village);
    expect(await toldTo(village, "Kofi")).toMatchObject([{ kind: "request", unread: true }]);
    const [row] = await village.db.select().from(notifications).where(eq(notifications.kind, "request"));
    await village.as("Kofi").connections.accept({ requestId: row?.requestId ?? "" });
    await carry(village);
    expect(await toldTo(village, "Kofi")).toMatchObject([{ kind: "request", unread: false }]);
  });

  test("of a request is gone when the request was taken back", async ({ village }) => {
    const asked = { to: { handle: "kofi" }, how: "met" as const, note: "We met at the arch, by the third barrel." };
    await village.as("Mireille Quesnel").connections.request(asked);
    await carry(village);
    const [row] = await village.db.select().from(notifications).where(eq(notifications.kind, "request"));
    await village.as("Mireille Quesnel").connections.withdraw({ requestId: row?.requestId ?? "" });
    expect(await toldTo(village, "Kofi")).toEqual([]);
  });

  test("tells an author what was hidden, under which rule, why and in what role, but not by whom", async ({
    village,
  }) => {
    const { key } = await says(village, "Kofi", "Buy my sauce.");
    await village.as("Shawn").moderation.hide({ thing: { comment: key }, rule: "advertising", reason: "Third time." });
    await carry(village);
    const [told] = await toldTo(village, "Kofi");
    expect(told).toMatchObject({
      kind: "hidden",
      actor: null,
      excerpt: "Buy my sauce.",
      decided: { rule: "Do not advertise", reason: "Third time.", role: "moderator" },
    });
    expect(JSON.stringify(told)).not.toMatch(/shawn/i);
  });

  test("tells who reported something what became of it, without its words once they are hidden", async ({
    village,
  }) => {
    const { key } = await says(village, "Kofi", "Buy my sauce.");
    const thing = { comment: key };
    await village.as("Priya").moderation.report({ thing, reason: "spam" });
    await village.as("Shawn").moderation.hide({ thing, rule: "advertising", reason: "Third time." });
    await carry(village);
    expect(await toldTo(village, "Priya")).toMatchObject([
      { kind: "report-answered", answer: "hidden", excerpt: null },
    ]);
    await village.as("Shawn").moderation.unhide({ thing, undo: true });
    await carry(village);
    expect(await toldTo(village, "Priya")).toEqual([]);
    await village.as("Shawn").moderation.keep({ thing });
    await carry(village);
    expect((await toldTo(village, "Priya"))[0]).toMatchObject({ kind: "report-answered", answer: "kept" });
  });

  test("tells who reported something that it is back, once a moderator brought it back, and no more than they may read", async ({
    village,
  }) => {
    const { key } = await says(village, "Kofi", "Buy my sauce.");
    const thing = { comment: key };
    await village.as("Priya").moderation.report({ thing, reason: "spam" });
    await village.as("Shawn").moderation.hide({ thing, rule: "advertising", reason: "Third time." });
    await carry(village);
    expect(await toldTo(village, "Priya")).toMatchObject([{ answer: "hidden", isBack: false, excerpt: null }]);
    await village.as("Shawn").moderation.unhide({ thing });
    expect(await toldTo(village, "Priya")).toMatchObject([
      { answer: "hidden", isBack: true, excerpt: "Buy my sauce." },
    ]);
    await village.as("Kofi").comments.delete({ key });
    expect(await toldTo(village, "Priya")).toMatchObject([{ answer: "hidden", isBack: false, excerpt: null }]);
  });

  test("is marked read alone or with all before it, and the count follows", async ({ village }) => {
    for (const n of [1, 2, 3]) {
      village.later(60_000);
      await says(village, "Kofi", `Chair ${n}`);
    }
    const unread = async () => (await village.as("Mireille Quesnel").shell.around()).viewer?.unread;
    const [newest, second] = await toldTo(village, "Mireille Quesnel");
    expect(await unread()).toBe(3);
    await village.as("Priya").notifications.read({ id: newest?.id ?? "" });
    expect(await unread()).toBe(3);
    await village.as("Mireille Quesnel").notifications.readAll({ upTo: second?.at });
    expect(await unread()).toBe(1);
    await village.as("Mireille Quesnel").notifications.read({ id: newest?.id ?? "" });
    expect(await unread()).toBe(0);
  });

  test("stands in a list that is paged, newest first", async ({ village }) => {
    for (const n of [1, 2, 3]) await says(village, "Kofi", `Chair ${n}`);
    const first = await village.as("Mireille Quesnel").notifications.list({ limit: 2 });
    const second = await village.as("Mireille Quesnel").notifications.list({ limit: 2, cursor: first.next ?? "" });
    expect([...first.items, ...second.items].map(({ excerpt }) => excerpt)).toEqual(["Chair 3", "Chair 2", "Chair 1"]);
    expect(second.next).toBeNull();
  });

  test("goes with the comment it is about", async ({ village }) => {
    const { key } = await says(village, "Kofi", "Bring a chair.");
    await village.db.delete(comments).where(eq(comments.key, key));
    expect(await toldTo(village, "Mireille Quesnel")).toEqual([]);
  });
});
