import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { commentParts, comments } from "#/db/schema/comments";
import { notifications } from "#/db/schema/notifications";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage, test, type Village } from "#/server/testing/village";
import { carryNext } from "../notifications/carry";
import { setSetting } from "../settings/commands";

beforeAll(bundleTextWorker);

const minute = 60_000;
const once = "1f0e0d0c-0b0a-4908-8706-050403020100";

const posted = async (village: Pick<Village, "as">, more: object = {}) =>
  (await village.as("Susan").posts.write({ title: "Letters", source: "Write.", publish: true, ...more })).key;

/** Justin's two parts, as on the founding page: the second five minutes after the first. */
async function twoParts(village: Village) {
  const postKey = await posted(village);
  const justin = village.as("Justin").comments;
  const { key } = await justin.write({ postKey, source: "To begin *with*." });
  village.later(5 * minute);
  await justin.continue({ key, source: "And to go **on**." });
  return { postKey, key, justin };
}

const shownFor = async (reader: ReturnType<Village["asVisitor"]>, postKey: string) =>
  (await reader.comments.thread({ postKey })).items;

describe("a comment in parts", () => {
  test("is one place with all its words in writing order, in every order of the thread", async ({ village }) => {
    const { postKey, key } = await twoParts(village);
    village.later(minute);
    const between = await village.as("Hank").comments.write({ postKey, source: "Gravel" });
    await village.as("Justin").comments.continue({ key, source: "And to end." });
    for (const order of ["oldest", "newest", "discussed"] as const) {
      const { items } = await village.asVisitor().comments.thread({ postKey, order });
      expect(items.map((it) => it.key).sort()).toEqual([key, between.key].sort());
      const mine = items.find((it) => it.key === key);
      expect(mine?.html?.replaceAll(/\s+/g, " ")).toBe(
        "<p>To begin <em>with</em>.</p> <p>And to go <strong>on</strong>.</p> <p>And to end.</p>",
      );
      expect(mine).toMatchObject({ parts: 3, depth: 0, editedAt: null });
    }
  });

  test("is counted once, has one address and one reaction, and carries its answers", async ({ village }) => {
    const { postKey, key } = await twoParts(village);
    await village.as("Candy").comments.write({ postKey, parentKey: key, source: "Both halves" });
    await village.as("Candy").reactions.react({ thing: { comment: key }, kind: "thanks" });
    const { count, items } = await village.asVisitor().comments.thread({ postKey });
    expect(count).toMatchObject({ comments: 2, people: 2 });
    expect(items.map(({ depth }) => depth)).toEqual([0, 1]);
    expect((await village.as("Justin").reactions.ofComments({ keys: [key] }))[key]?.counts).toEqual({ thanks: 1 });
    const feed = await village.asVisitor().comments.latest({ limit: 10, postKey });
    expect(feed.filter((it) => it.key === key)).toMatchObject([{ html: expect.stringContaining("to go") }]);
  });

  test("is told of once; who is first named in a later part hears of that", async ({ village }) => {
    const { key, justin } = await twoParts(village);
    while ((await carryNext(village.context(null), 50)) > 0);
    await justin.continue({ key, source: "As @hank said, and @susan knows." });
    await justin.continue({ key, source: "And @hank will say again." });
    while ((await carryNext(village.context(null), 50)) > 0);
    const [row] = await village.db.select().from(comments).where(eq(comments.key, key));
    const told = await village.db
      .select()
      .from(notifications)
      .where(eq(notifications.commentId, row?.id ?? ""));
    expect(told.map(({ memberId, kind }) => [memberId, kind]).sort()).toEqual(
      [
        [village.person("Susan").id, "comment"],
        [village.person("Hank").id, "mention"],
      ].sort(),
    );
  });

  test("takes each part at the full length, and no character more", async ({ village }) => {
    await setSetting(village.context("Candy"), { key: "comment.characters", value: 50 });
    const postKey = await posted(village);
    const justin = village.as("Justin").comments;
    const { key } = await justin.write({ postKey, source: "a".repeat(50) });
    expect(await justin.continue({ key, source: "b".repeat(50) })).toMatchObject({ key, part: 2 });
    await expect(justin.continue({ key, source: "c".repeat(51) })).rejects.toMatchObject({
      message: "comment-too-long",
      cause: { particulars: { over: 1 } },
    });
  });

  test("goes on for an hour after its last part, and up to ten of them", async ({ village }) => {
    await setSetting(village.context("Candy"), { key: "comments.parts", value: 3 });
    const { key, justin } = await twoParts(village);
    village.later(60 * minute);
    expect(await justin.toContinue({ key })).toMatchObject({ parts: 2, mostParts: 3 });
    await justin.continue({ key, source: "Just in time" });
    await expect(justin.continue({ key, source: "A fourth" })).rejects.toMatchObject({ message: "too-many-parts" });
    const other = await twoParts({ ...village, as: () => village.as("Hank") } as Village);
    village.later(60 * minute + 1);
    await expect(village.as("Hank").comments.continue({ key: other.key, source: "Late" })).rejects.toMatchObject({
      message: "continuing-is-over",
    });
  });

  test("is its author's to continue, under a post that takes comments, while it is not hidden", async ({ village }) => {
    const { key, postKey, justin } = await twoParts(village);
    const more = { key, source: "Me too" };
    await expect(village.as("Hank").comments.continue(more)).rejects.toMatchObject({ message: "not-your-comment" });
    await expect(village.asVisitor().comments.continue(more)).rejects.toMatchObject({ message: "sign-in-first" });
    const hiding = { thing: { comment: key }, rule: "kind", reason: "Unkind" };
    await village.as("Shawn").moderation.hide(hiding);
    await expect(justin.continue(more)).rejects.toMatchObject({ message: "comment-cannot-be-continued" });
    await village.as("Shawn").moderation.unhide({ thing: { comment: key } });
    const post = { key: postKey, title: "Letters", source: "Write." };
    await village.as("Susan").posts.edit({ ...post, audience: "everyone", comments: "closed" });
    await expect(justin.continue(more)).rejects.toMatchObject({ message: "comments-closed" });
    await village.as("Susan").posts.edit({ ...post, audience: "me", comments: "open" });
    await expect(justin.continue(more)).rejects.toMatchObject({ message: "no-such-comment" });
  });

  test("is edited part by part, and deleted, brought back and erased as one", async ({ village }) => {
    const { key, postKey, justin } = await twoParts(village);
    expect(await justin.toEdit({ key, part: 2 })).toMatchObject({ source: "And to go **on**.", parts: 2 });
    await justin.edit({ key, part: 2, source: "And to go back." });
    const [shown] = await shownFor(village.asVisitor(), postKey);
    expect(shown?.html?.replaceAll(/\s+/g, " ")).toBe("<p>To begin <em>with</em>.</p> <p>And to go back.</p>");
    await expect(justin.edit({ key, part: 3, source: "?" })).rejects.toMatchObject({ message: "no-such-part" });
    await justin.delete({ key });
    expect(await shownFor(village.asVisitor(), postKey)).toMatchObject([{ face: "deleted", html: null, parts: 1 }]);
    await justin.undoDelete({ key });
    expect((await shownFor(village.asVisitor(), postKey))[0]?.html).toContain("go back");
  });
});

describe("two connections at once", () => {
  let own: Awaited<ReturnType<typeof ownVillage>>;
  beforeAll(async () => {
    own = await ownVillage();
  });
  afterAll(() => own.close());

  test("sending one part's form make one part, and two forms make two, in order", async () => {
    const postKey = await posted(own);
    const justin = own.as("Justin").comments;
    const { key } = await justin.write({ postKey, source: "One" });
    const twins = await Promise.all([1, 2, 3].map(() => justin.continue({ key, source: "Two", once })));
    expect(new Set(twins.map(({ part }) => part))).toEqual(new Set([2]));
    await Promise.all(["Three", "Four"].map((source) => justin.continue({ key, source })));
    const rows = await own.db.select({ nth: commentParts.nth }).from(commentParts).orderBy(commentParts.nth);
    expect(rows.map(({ nth }) => nth)).toEqual([1, 2, 3, 4]);
  });
});
