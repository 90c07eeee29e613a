import { eq } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { drafts } from "#/db/schema/drafts";
import { posts } from "#/db/schema/posts";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { setSetting } from "../settings/commands";
import { emptyDiscarded, forgetEndedDrafts } from "./commands";
import { can, visibleTo } from "./policy";

beforeAll(bundleTextWorker);

const [phone, desk] = ["0f0e0d0c-0b0a-4908-8706-050403020100", "0f0e0d0c-0b0a-4908-8706-050403020101"];

/** A post of Susan's, where Justin writes. */
async function place(village: Village, more: object = {}) {
  const words = { title: "Chairs", source: "Sit.", publish: true, ...more };
  return (await village.as("Susan").posts.write(words)).key;
}

const keep = (village: Village, place: string, source: string, more: object = {}) =>
  village.as("Justin").drafts.keep({ place, form: phone, words: { source }, turn: null, ...more });

describe("what somebody has begun to write", () => {
  test("waits at its place on every device until it is sent", async ({ village }) => {
    const at = await place(village);
    expect(await village.as("Justin").drafts.at({ place: at })).toBeNull();
    await keep(village, at, "Half a");
    village.later(2000);
    await keep(village, at, "Half a thought", { turn: 1 });
    const found = await village.as("Justin").drafts.at({ place: at });
    expect(found).toMatchObject({ words: { source: "Half a thought" }, form: phone, turn: 2, other: null });
    expect(found?.savedAt).toEqual(village.context(null).now());
    await village.as("Justin").drafts.end({ place: at, form: phone });
    expect(await village.as("Justin").drafts.at({ place: at })).toBeNull();
  });

  test("is not brought back by a keeping that arrives after it was sent, but another form begins anew", async ({
    village,
  }) => {
    const at = await place(village);
    await keep(village, at, "Sent in a moment");
    await village.as("Justin").drafts.end({ place: at, form: phone });
    expect(await keep(village, at, "Sent in a moment, too late", { turn: 1 })).toBeNull();
    expect(await village.as("Justin").drafts.at({ place: at })).toBeNull();
    await keep(village, at, "A new thought", { form: desk });
    expect(await village.as("Justin").drafts.at({ place: at })).toMatchObject({ words: { source: "A new thought" } });
    village.later(25 * 60 * 60 * 1000);
    await village.as("Justin").drafts.end({ place: at });
    village.later(25 * 60 * 60 * 1000);
    await forgetEndedDrafts(village.context(null));
    expect(await village.db.select().from(drafts)).toEqual([]);
  });

  test("is told under its post, as a reply, to nobody else, and while what it answers may be read", async ({
    village,
  }) => {
    const at = await place(village);
    const { key } = await village.as("Susan").comments.write({ postKey: at, source: "A chair has four legs." });
    const under = (name: "Justin" | "Susan") => village.as(name).drafts.under({ postKey: at });
    const replies = async (name: "Justin" | "Susan") => (await under(name)).replies;
    expect(await under("Justin")).toEqual({ comment: false, replies: [] });
    await keep(village, at, "A comment");
    expect(await under("Justin")).toEqual({ comment: true, replies: [] });
    expect(await under("Susan")).toEqual({ comment: false, replies: [] });
    await keep(village, `${at}/${key}`, "Mine has", { form: desk });
    expect(await replies("Justin")).toEqual([{ key, name: "Susan", href: `/p/${at}?c=${key}&reply=1#reply` }]);
    expect(await replies("Susan")).toEqual([]);
    const thing = { comment: key };
    await village.as("Shawn").moderation.hide({ thing, rule: "kind", reason: "x" });
    expect(await replies("Justin")).toEqual([]);
    await village.as("Shawn").moderation.unhide({ thing });
    await keep(village, `${at}/${key}`, "  ", { form: desk, turn: 1 });
    expect(await replies("Justin")).toEqual([]);
  });

  test("can be thrown away, and for ten minutes be brought back; then its words are gone", async ({ village }) => {
    const at = await place(village);
    await keep(village, at, "Half a thought");
    const justin = village.as("Justin").drafts;
    const id = (await justin.list({ limit: 5 })).items[0]?.id ?? "";
    await expect(village.as("Susan").drafts.discard({ id })).rejects.toMatchObject({ message: "no-such-draft" });
    await expect(justin.bringBack({ id })).rejects.toMatchObject({ message: "no-such-draft" });
    await justin.discard({ id });
    expect([await justin.at({ place: at }), (await justin.list({ limit: 5 })).items]).toEqual([null, []]);
    await expect(justin.one({ id })).rejects.toMatchObject({ message: "no-such-draft" });
    // A device that still has the form open does not bring it back by keeping it.
    expect(await keep(village, at, "Half a thought", { turn: 1 })).toBeNull();
    await expect(village.as("Susan").drafts.bringBack({ id })).rejects.toMatchObject({ message: "no-such-draft" });
    village.later(9 * 60_000);
    await emptyDiscarded(village.context(null));
    await justin.bringBack({ id });
    expect(await justin.at({ place: at })).toMatchObject({ words: { source: "Half a thought" }, form: phone });
    await justin.discard({ id });
    village.later(10 * 60_000);
    await expect(justin.bringBack({ id })).rejects.toMatchObject({ message: "no-such-draft" });
    await emptyDiscarded(village.context(null));
    expect(JSON.stringify(await village.db.select().from(drafts))).not.toContain("thought");
  });

  test("is not brought back where it was sent, or where other words took its place", async ({ village }) => {
    const at = await place(village);
    await keep(village, at, "Half a thought");
    const justin = village.as("Justin").drafts;
    const id = (await justin.list({ limit: 5 })).items[0]?.id ?? "";
    await justin.discard({ id });
    await keep(village, at, "Another thought", { form: desk });
    await expect(justin.bringBack({ id })).rejects.toMatchObject({ message: "no-such-draft" });
    expect(await justin.at({ place: at })).toMatchObject({ words: { source: "Another thought" } });
    await justin.discard({ id });
    await justin.end({ place: at });
    await expect(justin.bringBack({ id })).rejects.toMatchObject({ message: "no-such-draft" });
  });

  test("is gone where all of it was taken out again, but not what another device has", async ({ village }) => {
    const at = await place(village);
    await keep(village, at, "A word");
    expect(await keep(village, at, "  ", { turn: null })).toBeNull();
    expect(await village.as("Justin").drafts.at({ place: at })).toMatchObject({ words: { source: "A word" } });
    expect(await keep(village, at, "", { turn: 1 })).toBeNull();
    expect(await village.as("Justin").drafts.at({ place: at })).toBeNull();
  });

  test("is kept twice where two devices type at once: the newest stands, the other is offered", async ({ village }) => {
    const at = await place(village);
    await keep(village, at, "Typed on the phone");
    village.later(60_000);
    const seen = await keep(village, at, "Typed at the desk", { form: desk });
    expect(seen).toMatchObject({ words: { source: "Typed at the desk" }, other: { line: "Typed on the phone" } });
    const older = await keep(village, at, "Typed in the train", { age: 300, turn: 1 });
    expect(older).toMatchObject({ words: { source: "Typed at the desk" }, other: { line: "Typed in the train" } });
    const taken = await village.as("Justin").drafts.takeOther({ place: at });
    expect(taken).toMatchObject({ words: { source: "Typed in the train" }, other: { line: "Typed at the desk" } });
  });

  test("is known in the list by what they say themselves, not by the marks of a quote", async ({ village }) => {
    const at = await place(village);
    const quote = "> Sit.\n>\n> — [Susan](/c/abc#q-1)\n\n";
    const lineThen = async (source: string, turn: number | null) => {
      await keep(village, at, source, { turn });
      return (await village.as("Justin").drafts.list({})).items[0]?.line;
    };
    expect(await lineThen(quote, null)).toBe("Sit. — Susan");
    expect(await lineThen(`${quote}Two [chairs](/p/x), ![one red](/pictures/y)`, 1)).toBe("Two chairs, one red");
  });

  test("is one where a device only goes on with what another had", async ({ village }) => {
    const at = await place(village);
    await keep(village, at, "A beginning");
    const longer = await keep(village, at, "A beginning and an end", { form: desk });
    expect(longer).toMatchObject({ words: { source: "A beginning and an end" }, other: null });
    expect(await keep(village, at, "A begin")).toMatchObject({
      words: { source: "A beginning and an end" },
      other: null,
    });
  });

  test("is refused beyond 100 drafts and beyond twice the longest post, and never too soon without a word", async ({
    village,
  }) => {
    const candy = village.context("Candy");
    await setSetting(candy, { key: "post.drafts", value: 1 });
    await setSetting(candy, { key: "post.characters", value: 10 });
    const at = await place(village);
    await keep(village, at, "Twenty characters...");
    await expect(keep(village, at, "Twenty-one characters", { turn: 1 })).rejects.toMatchObject({
      message: "draft-too-long",
    });
    await expect(keep(village, `new/${phone}`, "One more")).rejects.toMatchObject({ message: "too-much-unsent" });
    await setSetting(candy, { key: "drafts.minute", value: 1 });
    await expect(keep(village, at, "Again", { turn: 1 })).rejects.toMatchObject({ message: "keeping-too-fast" });
  });

  test("is read by nobody else, whoever they are, and names no post that was taken from its writer's sight", async ({
    village,
  }) => {
    const at = await place(village);
    await keep(village, at, "Between me and the page");
    await keep(village, `new/${phone}`, "All mine", { words: { source: "All mine", title: "Mine" } });
    const [row] = await village.db.select().from(drafts).where(eq(drafts.place, at));
    for (const other of ["Susan", "Candy", "Shawn"] as const) {
      expect(await village.as(other).drafts.at({ place: at })).toBeNull();
      expect(await village.as(other).drafts.list({})).toMatchObject({ items: [] });
      expect(await village.as(other).drafts.begun()).toEqual([]);
      await expect(village.as(other).drafts.one({ id: row?.id ?? "" })).rejects.toMatchObject({
        message: "no-such-draft",
      });
      await expect(village.as(other).drafts.takeOther({ place: at })).rejects.toMatchObject({
        message: "no-such-draft",
      });
      await village.as(other).drafts.end({ place: at });
    }
    await expect(village.asVisitor().drafts.list({})).rejects.toMatchObject({ message: "sign-in-first" });
    const mine = await village.as("Justin").drafts.list({});
    expect(mine.items.map(({ kind, post, title }) => [kind, post?.title, title])).toEqual([
      ["new-post", undefined, "Mine"],
      ["comment", "Chairs", ""],
    ]);
    await village.db.update(posts).set({ audience: "me" }).where(eq(posts.key, at));
    expect(JSON.stringify(await village.as("Justin").drafts.list({}))).not.toContain("Chairs");
    const whole = await village.as("Justin").drafts.one({ id: row?.id ?? "" });
    expect(whole).toMatchObject({ words: { source: "Between me and the page" }, post: null });
  });

  test("is seen by the same people in a rule and in SQL", async ({ village }) => {
    const at = await place(village);
    await keep(village, at, "Mine");
    await keep(village, `new/${phone}`, "Sent");
    await village.as("Justin").drafts.end({ place: `new/${phone}` });
    const rows = await village.db.select().from(drafts);
    for (const viewer of [null, ...village.people]) {
      const seen = await village.db.select({ id: drafts.id }).from(drafts).where(visibleTo(viewer));
      const may = rows.filter((row) => can(viewer, "read", row).ok).map(({ id }) => ({ id }));
      expect(seen).toEqual(may);
    }
  });
});

describe("whom somebody may mention", () => {
  test("are those of the thread first, then their network, then anybody, without those kept apart", async ({
    village,
  }) => {
    const postKey = await place(village);
    const who = async (text: string) =>
      (await village.as("Justin").comments.whoToMention({ postKey, text })).map(({ handle }) => handle);
    expect(await who("")).toEqual(["susan"]);
    await village.as("Hank").comments.write({ postKey, source: "Gravel" });
    expect(await who("")).toEqual(["hank", "susan"]);
    expect(await who("ha")).toContain("hank");
    expect(await who("SUS")).toEqual(["susan"]);
    expect(await who("justin")).toEqual([]);
    expect(await who("%")).toEqual([]);
    await village.as("Hank").connections.block({ person: { handle: "justin" } });
    expect(await who("")).toEqual(["susan"]);
    expect(await who("hank")).toEqual([]);
    const hidden = await place(village, { audience: "me" });
    await expect(village.as("Justin").comments.whoToMention({ postKey: hidden })).rejects.toMatchObject({
      message: "no-such-post",
    });
  });
});

describe("whoever asks for names without end", () => {
  test("is told to wait, for as long as it takes, and writes on", async ({ village }) => {
    const postKey = await place(village);
    await setSetting(village.context("Candy"), { key: "mentions.minute", value: 3 });
    const ask = () => village.as("Justin").comments.whoToMention({ postKey, text: "s" });
    for (const _ of [1, 2, 3]) expect((await ask()).length).toBeGreaterThan(0);
    village.later(20_000);
    await expect(ask()).rejects.toMatchObject({
      message: "mentioning-too-fast",
      cause: { particulars: { seconds: 40 } },
    });
    expect((await village.as("Susan").comments.whoToMention({ text: "s" })).length).toBeGreaterThan(0);
    await village.as("Justin").comments.write({ postKey, source: "@susan, all the same" });
    village.later(40_001);
    expect((await ask()).length).toBeGreaterThan(0);
  });
});

describe("a text that names members", () => {
  const crowd = "@bert @hank @renske @priya @kofi @candy @shawn @susan @dilys @fiadh @seun";

  test("is refused with more than ten of them, and with more than two from somebody new", async ({ village }) => {
    const postKey = await place(village);
    const say = (name: "Justin" | "Newcomer", source: string) => village.as(name).comments.write({ postKey, source });
    await expect(say("Justin", crowd)).rejects.toMatchObject({
      message: "too-many-mentions",
      cause: { particulars: { most: 10 } },
    });
    await expect(say("Newcomer", "@bert @hank @renske")).rejects.toMatchObject({
      cause: { particulars: { many: 3, most: 2 } },
    });
    await say("Newcomer", "@bert and @hank, and `@renske @priya` in code, and @nobody-at-all");
    const { key } = await say("Justin", crowd.split(" ").slice(0, 10).join(" "));
    await expect(village.as("Justin").comments.edit({ key, source: crowd })).rejects.toMatchObject({
      message: "too-many-mentions",
    });
  });
});
