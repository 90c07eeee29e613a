import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { blocks } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { reactionKinds, reactions } from "#/db/schema/reactions";
import { events } from "#/db/schema/site";
import type { Name } from "#/db/seed/village";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { tagsOf } from "../events";
import { setSetting } from "../settings/commands";
import { kinds } from "./input";

beforeAll(bundleTextWorker);

const hour = 60 * 60_000;
const refusal = (because: string) => expect.objectContaining({ message: because });

/** A public post of Susan's, new this minute, with a comment of Kofi's below it. */
async function said(village: Village) {
  const post = await village.as("Susan").posts.write({ title: "Chairs", source: "On chairs.", publish: true });
  const comment = await village.as("Kofi").comments.write({ postKey: post.key, source: "I prefer stools." });
  return { post, comment, toPost: { thing: { post: post.key } }, toComment: { thing: { comment: comment.key } } };
}

const ofComment = async (village: Village, name: Name | null, key: string) =>
  (await (name ? village.as(name) : village.asVisitor()).reactions.ofComments({ keys: [key] }))[key];
const block = (village: Village, by: Name, other: Name) =>
  village.db
    .insert(blocks)
    .values({ memberId: village.person(by).id, blockedId: village.person(other).id, madeAt: new Date() });

describe("a reaction", () => {
  test("is one of three, the same in the table and at the door", () => {
    expect(reactionKinds).toEqual(kinds);
  });

  test("is said once, replaced when somebody changes their mind, and taken back", async ({ village }) => {
    const { comment, toComment, toPost, post } = await said(village);
    const candy = village.as("Candy").reactions;
    expect(await candy.react({ ...toComment, kind: "thanks" })).toMatchObject({ mine: "thanks", href: comment.href });
    village.later(1000);
    await candy.react({ ...toComment, kind: "thanks" });
    expect((await ofComment(village, "Candy", comment.key))?.mine).toBe("thanks");
    await candy.react({ ...toComment, kind: "think" });
    await candy.react({ ...toPost, kind: "agree" });
    const rows = () =>
      village.db
        .select({ kind: reactions.kind })
        .from(reactions)
        .innerJoin(members, and(eq(members.id, reactions.memberId), eq(members.name, "Candy")))
        .where(eq(reactions.at, village.context(null).now()));
    expect((await rows()).map(({ kind }) => kind).sort()).toEqual(["agree", "think"]);
    expect((await candy.ofPost({ key: post.key })).mine).toBe("agree");

    expect(await candy.takeBack(toComment)).toMatchObject({ mine: null, href: comment.href });
    expect(await candy.takeBack(toComment)).toMatchObject({ mine: null });
    expect((await rows()).map(({ kind }) => kind)).toEqual(["agree"]);
  });

  test("tells that the post's page changed, each time something did, and not who it was", async ({ village }) => {
    const { toComment } = await said(village);
    const candy = village.as("Candy").reactions;
    for (const kind of ["thanks", "thanks", "agree"] as const) await candy.react({ ...toComment, kind });
    await candy.takeBack(toComment);
    await candy.takeBack(toComment);
    const told = await village.db.select().from(events).where(eq(events.type, "reaction.changed"));
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toContain(village.person("Candy").id);
    expect(tagsOf({ type: "reaction.changed", postId: "1", commentId: null })).toEqual(["post:1"]);
  });

  test("is not for one's own words, nor for a suspended member, nor for a visitor", async ({ village }) => {
    const { toComment, toPost } = await said(village);
    await expect(village.as("Kofi").reactions.react({ ...toComment, kind: "agree" })).rejects.toEqual(
      refusal("reacting-to-oneself"),
    );
    await expect(village.as("Susan").reactions.react({ ...toPost, kind: "agree" })).rejects.toEqual(
      refusal("reacting-to-oneself"),
    );
    await expect(village.as("Trent").reactions.react({ ...toPost, kind: "agree" })).rejects.toEqual(
      refusal("suspended-cannot-react"),
    );
    await expect(village.asVisitor().reactions.react({ ...toPost, kind: "agree" })).rejects.toEqual(
      refusal("sign-in-first"),
    );
  });

  test("given too often within a minute has to wait", async ({ village }) => {
    const { toComment } = await said(village);
    await setSetting(village.context("Candy"), { key: "reactions.minute", value: 2 });
    const bert = village.as("Bert").reactions;
    await bert.react({ ...toComment, kind: "thanks" });
    await bert.takeBack(toComment);
    const third = bert.react({ ...toComment, kind: "agree" });
    await expect(third).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS", cause: { particulars: { seconds: 60 } } });
    village.later(60_000);
    await bert.react({ ...toComment, kind: "agree" });
  });

  test("goes with its thing and with its member", async ({ village }) => {
    const { post, toComment, toPost } = await said(village);
    await village.as("Bert").reactions.react({ ...toComment, kind: "thanks" });
    await village.as("Bert").reactions.react({ ...toPost, kind: "thanks" });
    await village.as("Fiadh").reactions.react({ ...toPost, kind: "thanks" });
    const now = village.context(null).now();
    const left = async () => (await village.db.select().from(reactions).where(eq(reactions.at, now))).length;
    expect(await left()).toBe(3);
    await village.db.delete(members).where(eq(members.name, "Fiadh"));
    expect(await left()).toBe(2);
    await village.db.delete(posts).where(eq(posts.key, post.key));
    expect(await left()).toBe(0);
  });
});

describe("what was hidden, is private, or lies behind a block", () => {
  const states: Record<string, (village: Village, it: Awaited<ReturnType<typeof said>>) => Promise<unknown>> = {
    "a hidden comment": (village, it) =>
      village.as("Shawn").moderation.hide({ thing: { comment: it.comment.key }, rule: "kind", reason: "So." }),
    "a comment under a hidden post": (village, it) =>
      village.as("Shawn").moderation.hide({ thing: { post: it.post.key }, rule: "kind", reason: "So." }),
    "a deleted comment": (village, it) => village.as("Kofi").comments.delete({ key: it.comment.key }),
    "a held comment": (village, it) =>
      village.db.update(comments).set({ state: "held" }).where(eq(comments.key, it.comment.key)),
    "a comment on a post for its author alone": (village, it) =>
      village.db.update(posts).set({ audience: "me" }).where(eq(posts.key, it.post.key)),
    "a comment of somebody who blocked them": (village) => block(village, "Kofi", "Bert"),
    "a comment of somebody they blocked": (village) => block(village, "Bert", "Kofi"),
    "a comment on a post of somebody who blocked them": (village) => block(village, "Susan", "Bert"),
  };

  test.for(Object.keys(states))("%s has no reactions and takes none", async (name, { village }) => {
    const it = await said(village);
    await village.as("Fiadh").reactions.react({ ...it.toComment, kind: "agree" });
    await village.as("Bert").reactions.react({ ...it.toComment, kind: "agree" });
    village.later(2 * hour);
    expect(await ofComment(village, "Bert", it.comment.key)).toMatchObject({ counts: { agree: 2 }, mine: "agree" });
    await states[name]?.(village, it);

    expect(await ofComment(village, "Bert", it.comment.key)).toBeUndefined();
    const bert = village.as("Bert").reactions;
    for (const ask of [
      () => bert.react({ ...it.toComment, kind: "think" }),
      () => bert.takeBack(it.toComment),
      () => bert.toReact(it.toComment),
      () => bert.who(it.toComment),
    ])
      await expect(ask()).rejects.toMatchObject({ code: "NOT_FOUND", message: "no-such-comment" });
  });

  test("shows a moderator and its author who read it no counts, and takes none of theirs", async ({ village }) => {
    const it = await said(village);
    await village.as("Bert").reactions.react({ ...it.toComment, kind: "agree" });
    village.later(2 * hour);
    await village.as("Shawn").moderation.hide({ thing: it.toComment.thing, rule: "kind", reason: "So." });
    expect(await ofComment(village, "Dilys Prydderch", it.comment.key)).toBeUndefined();
    expect(await ofComment(village, "Kofi", it.comment.key)).toBeUndefined();
    const shawn = village.as("Shawn").reactions.react({ ...it.toComment, kind: "agree" });
    await expect(shawn).rejects.toEqual(refusal("no-reaction-to-hidden"));
  });

  test("of a post is missing as well", async ({ village }) => {
    const it = await said(village);
    await block(village, "Susan", "Bert");
    const bert = village.as("Bert").reactions;
    for (const ask of [
      () => bert.react({ ...it.toPost, kind: "think" }),
      () => bert.ofPost({ key: it.post.key }),
      () => bert.who(it.toPost),
    ])
      await expect(ask()).rejects.toMatchObject({ code: "NOT_FOUND", message: "no-such-post" });
  });
});

describe("how many reacted", () => {
  test("is seen by the author at once, by everybody else an hour later, and one's own by oneself", async ({
    village,
  }) => {
    const { comment, toComment, post, toPost } = await said(village);
    for (const name of ["Candy", "Bert"] as const)
      await village.as(name).reactions.react({ ...toComment, kind: "thanks" });
    await village.as("Fiadh").reactions.react({ ...toComment, kind: "agree" });
    await village.as("Fiadh").reactions.react({ ...toPost, kind: "think" });
    const all = { thanks: 2, agree: 1 };
    village.later(hour - 1);
    expect((await ofComment(village, "Kofi", comment.key))?.counts).toEqual(all);
    expect(await ofComment(village, "Candy", comment.key)).toMatchObject({ counts: {}, mine: "thanks" });
    expect((await ofComment(village, "Priya", comment.key))?.counts).toEqual({});
    expect(await ofComment(village, null, comment.key)).toBeUndefined();
    expect((await village.as("Susan").reactions.ofPost({ key: post.key })).counts).toEqual({ think: 1 });
    expect((await village.asVisitor().reactions.ofPost({ key: post.key })).counts).toEqual({});

    village.later(1);
    await village.as("Kofi").comments.edit({ key: comment.key, source: "I prefer benches." });
    for (const name of ["Kofi", "Candy", "Priya", null] as const)
      expect((await ofComment(village, name, comment.key))?.counts).toEqual(all);
    expect((await village.asVisitor().reactions.ofPost({ key: post.key })).counts).toEqual({ think: 1 });
  });

  test("is everybody's as soon as the site says so", async ({ village }) => {
    const { comment, toComment } = await said(village);
    await village.as("Bert").reactions.react({ ...toComment, kind: "thanks" });
    const counts = async () => (await ofComment(village, null, comment.key))?.counts;
    await setSetting(village.context("Candy"), { key: "reactions.author-minutes", value: 5 });
    expect(await counts()).toBeUndefined();
    village.later(5 * 60_000);
    expect(await counts()).toEqual({ thanks: 1 });
    expect((await village.as("Candy").reactions.toReact(toComment)).alone).toBe(5);
    await setSetting(village.context("Candy"), { key: "reactions.author-minutes", value: 60 });
    expect(await counts()).toBeUndefined();
  });

  test("leaves out, for each viewer, whoever is apart from them", async ({ village }) => {
    const { comment, toComment } = await said(village);
    for (const name of ["Candy", "Bert"] as const)
      await village.as(name).reactions.react({ ...toComment, kind: "thanks" });
    village.later(hour);
    await block(village, "Kofi", "Candy");
    await block(village, "Bert", "Priya");
    const counts = async (name: Name) => (await ofComment(village, name, comment.key))?.counts;
    expect(await counts("Kofi")).toEqual({ thanks: 1 });
    expect(await counts("Priya")).toEqual({ thanks: 1 });
    expect(await counts("Marguerite")).toEqual({ thanks: 1 });
    expect(await counts("Fiadh")).toEqual({ thanks: 2 });
    const { items } = await village.as("Kofi").reactions.who(toComment);
    expect(items.map(({ by }) => by.handle)).toEqual(["bert"]);
  });

  test("and who it was is for the author alone, a page at a time", async ({ village }) => {
    const { toComment, toPost } = await said(village);
    for (const name of ["Candy", "Bert", "Fiadh"] as const) {
      village.later(1000);
      await village.as(name).reactions.react({ ...toComment, kind: "thanks" });
    }
    const kofi = village.as("Kofi").reactions;
    const first = await kofi.who({ ...toComment, limit: 2 });
    const second = await kofi.who({ ...toComment, limit: 2, cursor: first.next ?? "" });
    expect([...first.items, ...second.items].map(({ by }) => by.handle)).toEqual(["fiadh", "bert", "candy"]);
    expect([second.next, (await village.as("Susan").reactions.who(toPost)).items]).toEqual([null, []]);
    for (const name of ["Candy", "Shawn", "Susan"] as const)
      await expect(village.as(name).reactions.who(toComment)).rejects.toEqual(refusal("not-yours-to-see"));
    await expect(village.asVisitor().reactions.who(toComment)).rejects.toEqual(refusal("sign-in-first"));
  });

  test("is nobody's business where reactions are off, and comes back with them", async ({ village }) => {
    const { comment, post, toComment, toPost } = await said(village);
    const candy = village.as("Candy");
    await candy.reactions.react({ ...toComment, kind: "thanks" });
    village.later(hour);
    await setSetting(village.context("Candy"), { key: "reactions.on", value: false });
    expect(await ofComment(village, "Candy", comment.key)).toBeUndefined();
    expect(await candy.reactions.ofPost({ key: post.key })).toMatchObject({
      counts: {},
      mine: null,
      can: { react: false },
    });
    await expect(candy.reactions.react({ ...toPost, kind: "agree" })).rejects.toEqual(refusal("reactions-off"));
    await setSetting(village.context("Candy"), { key: "reactions.on", value: true });
    expect((await ofComment(village, "Kofi", comment.key))?.counts).toEqual({ thanks: 1 });
  });
});
