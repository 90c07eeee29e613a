import { sql } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { eraseDeletedComments } from "./commands";

beforeAll(bundleTextWorker);

const minute = 60_000;
const day = 24 * 60 * minute;
const limit = 20;

/** Justin says something under a fresh post of Susan's. */
async function said(village: Village, source = "I write to my clients monthly.") {
  const { key: postKey } = await village.as("Susan").posts.write({ title: "Letters", source: "Write.", publish: true });
  const { key } = await village.as("Justin").comments.write({ postKey, source });
  return { postKey, key, justin: village.as("Justin").comments };
}

const changesFor = async (reader: ReturnType<Village["asVisitor"]>, key: string) =>
  (await reader.comments.history({ key, limit })).items.map(({ changes }) => changes);

const shown = async (village: Village, postKey: string) =>
  (await village.asVisitor().comments.thread({ postKey })).items[0];

describe("a change of a comment", () => {
  test("leaves no trace in the first quarter of an hour, while nobody has answered", async ({ village }) => {
    const { key, postKey, justin } = await said(village);
    const { quietUntil } = await justin.toEdit({ key });
    village.later(15 * minute);
    expect((await justin.toEdit({ key })).quietUntil).toEqual(quietUntil);
    await justin.edit({ key, source: "I write to my clients weekly." });
    expect(await shown(village, postKey)).toMatchObject({ editedAt: null });
    expect(await changesFor(village.asVisitor(), key)).toEqual([]);
    village.later(1);
    expect((await justin.toEdit({ key })).quietUntil).toBeNull();
    await justin.edit({ key, source: "I write to my clients daily." });
    expect((await shown(village, postKey))?.editedAt).not.toBeNull();
    expect(await changesFor(village.asVisitor(), key)).toEqual([
      [
        { kind: "same", words: "I write to my clients " },
        { kind: "taken", words: "weekly" },
        { kind: "added", words: "daily" },
        { kind: "same", words: "." },
      ],
    ]);
  });

  test.for([
    [
      "answered",
      (village: Village, it: { key: string; postKey: string }) =>
        village.as("Hank").comments.write({ postKey: it.postKey, parentKey: it.key, source: "Gravel" }),
    ],
    [
      "reacted to",
      (village: Village, { key }: { key: string }) =>
        village.as("Hank").reactions.react({ thing: { comment: key }, kind: "agree" }),
    ],
    [
      "reported",
      (village: Village, { key }: { key: string }) =>
        village.as("Hank").moderation.report({ thing: { comment: key }, reason: "unkind" }),
    ],
  ] as const)("is traced at once when somebody has %s it", async ([done, answer], { village }) => {
    const { key, justin, ...it } = await said(village);
    await answer(village, { key, ...it });
    // Its author does not learn of a report.
    const { quietUntil } = await justin.toEdit({ key });
    expect(quietUntil === null).toBe(done === "answered");
    await justin.edit({ key, source: "I never said that." });
    expect(await changesFor(village.asVisitor(), key)).toHaveLength(1);
  });

  test("that was begun in time is saved however long it took, and only with our own word for it", async ({
    village,
  }) => {
    const { key, postKey, justin } = await said(village);
    village.later(14 * minute);
    const { begun } = await justin.toEdit({ key });
    village.later(30 * minute);
    await justin.edit({ key, source: "Begun in time.", begun });
    expect(await shown(village, postKey)).toMatchObject({ editedAt: null });
    const [at] = begun.split(".");
    await justin.edit({ key, source: "A forged beginning.", begun: `${at}.${"x".repeat(43)}` });
    expect((await shown(village, postKey))?.editedAt).not.toBeNull();

    village.later(30 * day - 45 * minute);
    const last = await justin.toEdit({ key });
    village.later(2 * 60 * minute);
    await expect(justin.toEdit({ key })).rejects.toMatchObject({ message: "edit-is-over" });
    await expect(justin.edit({ key, source: "Too late." })).rejects.toMatchObject({ message: "edit-is-over" });
    await expect(village.as("Hank").comments.edit({ key, source: "Mine", begun: last.begun })).rejects.toMatchObject({
      message: "not-your-comment",
    });
    await justin.edit({ key, source: "Still in time.", begun: last.begun });
  });

  test("is a moderator's after thirty days, says so, and stands in the log", async ({ village }) => {
    const { key, justin } = await said(village, "Call me at 0151 2345.");
    const amend = { comment: key, source: "Call me.", reason: "He asked us to take his number out." };
    const shawn = village.as("Shawn").moderation;
    await expect(shawn.amend(amend)).rejects.toMatchObject({ message: "author-can-edit" });
    village.later(30 * day + 1);
    await expect(justin.edit({ key, source: "Call me." })).rejects.toMatchObject({ message: "edit-is-over" });
    await expect(village.as("Hank").moderation.amend(amend)).rejects.toMatchObject({ message: "moderators-only" });
    await expect(shawn.amend({ ...amend, reason: " " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await village.as("Shawn").comments.toEdit({ key })).toMatchObject({ may: "amend" });
    await shawn.amend(amend);
    const { items } = await village.asVisitor().comments.history({ key, limit });
    expect(items).toMatchObject([{ by: "moderator" }]);
    const log = await shawn.log({ limit: 1 });
    expect(JSON.stringify(log.items)).toContain("take his number out");
  });

  test("keeps back what it said before where a moderator wishes so, from all but its author and the moderators", async ({
    village,
  }) => {
    const { key, justin } = await said(village, "I live at Elm Row 5, and I like chairs.");
    village.later(day);
    await justin.edit({ key, source: "I live at Elm Row 5, and I love chairs." });
    village.later(30 * day);
    const amend = { comment: key, source: "I love chairs.", reason: "It tells where he lives.", keepBack: true };
    const { moderation } = village.as("Shawn");
    await moderation.amend(amend);
    const compared = async (api: Pick<typeof justin, "history">) =>
      (await api.history({ key, limit })).items.map(({ changes }) => changes?.map((it) => it.words).join("") ?? null);
    expect(await compared(village.asVisitor().comments)).toEqual([null, null]);
    expect(await compared(village.as("Hank").comments)).toEqual([null, null]);
    for (const api of [justin, village.as("Shawn").comments, village.as("Candy").comments])
      expect((await compared(api)).every((words) => words?.includes("Elm Row"))).toBe(true);
    // What is changed after that is for everybody again.
    village.later(1000);
    await moderation.amend({ ...amend, source: "I love most chairs.", keepBack: false });
    const [latest, ...before] = await compared(village.asVisitor().comments);
    expect(latest).toContain("most");
    expect(before).toEqual([null, null]);
  });

  test("keeps back for good what hiding kept back before, and what its author took out already", async ({
    village,
  }) => {
    const { key, justin } = await said(village, "My number is 555-0177.");
    village.later(day);
    await justin.edit({ key, source: "My number is gone." });
    const { moderation } = village.as("Shawn");
    const guest = async () => JSON.stringify(await village.asVisitor().comments.history({ key, limit }));
    expect(await guest()).toContain("0177");
    await moderation.hide({ thing: { comment: key }, rule: "kind", reason: "A number." });
    village.later(30 * day);
    const amend = { comment: key, source: "My number is gone.", reason: "A number.", keepBack: true };
    await moderation.amend(amend);
    await moderation.unhide({ thing: { comment: key }, undo: true });
    expect(await guest()).not.toContain("0177");
    expect((await moderation.log({ limit: 3 })).items).toHaveLength(3);
    expect(JSON.stringify(await justin.history({ key, limit }))).toContain("0177");
  });

  test("is compared with the words it took the place of, part by part, page by page", async ({ village }) => {
    const { key, justin } = await said(village, "One");
    await justin.continue({ key, source: "Two" });
    village.later(16 * minute);
    for (const [part, source] of [
      [1, "One a"],
      [2, "Two a"],
      [1, "One b"],
    ] as const) {
      village.later(minute);
      await justin.edit({ key, part, source });
    }
    const words = (items: Awaited<ReturnType<typeof justin.history>>["items"]) =>
      items.map(({ part, changes }) => [part, changes?.map((it) => it.words).join("|")]);
    const first = await justin.history({ key, limit: 2 });
    expect(words(first.items)).toEqual([
      [1, "One |a|b"],
      [2, "Two| a"],
    ]);
    const rest = await justin.history({ key, limit: 2, cursor: first.next ?? "" });
    expect(words(rest.items)).toEqual([[1, "One| a"]]);
    expect(rest.next).toBeNull();
  });

  test("fills a page only as far as the words of it are quickly compared", async ({ village }) => {
    const long = (letter: string) => `${letter} `.repeat(45_000);
    const { key, justin } = await said(village, long("a"));
    village.later(16 * minute);
    for (const letter of ["b", "c", "d"]) {
      village.later(minute);
      await justin.edit({ key, source: long(letter) });
    }
    const first = await justin.history({ key, limit: 100 });
    expect(first.items).toHaveLength(2);
    const rest = await justin.history({ key, limit: 100, cursor: first.next ?? "" });
    expect(rest.items).toHaveLength(1);
    expect(rest.next).toBeNull();
  });

  test("of a hidden comment shows nobody what stood there, also when it is back; a slip leaves nothing", async ({
    village,
  }) => {
    const { key, justin } = await said(village, "You are a fool.");
    village.later(20 * minute);
    await justin.edit({ key, source: "You are mistaken." });
    const thing = { comment: key };
    const hide = () => village.as("Shawn").moderation.hide({ thing, rule: "kind", reason: "x" });
    await hide();
    await village.as("Shawn").moderation.unhide({ thing, undo: true });
    expect(await changesFor(village.asVisitor(), key)).toEqual([expect.any(Array)]);

    await hide();
    await expect(village.asVisitor().comments.history({ key, limit })).rejects.toMatchObject({ code: "NOT_FOUND" });
    village.later(minute);
    await justin.edit({ key, source: "I see it differently." });
    await village.as("Shawn").moderation.unhide({ thing });
    expect(await changesFor(village.asVisitor(), key)).toEqual([null, null]);
    expect(JSON.stringify(await changesFor(village.as("Hank"), key))).not.toMatch(/fool|mistaken/);
    for (const name of ["Justin", "Shawn"] as const)
      expect(JSON.stringify(await changesFor(village.as(name), key))).toContain("fool");
    village.later(minute);
    await justin.edit({ key, source: "I see it quite differently." });
    expect((await changesFor(village.asVisitor(), key)).map((it) => it !== null)).toEqual([true, false, false]);
  });
});

/** Every table in which a word stands, anywhere in a row. */
async function tablesHolding({ db }: Village, word: string): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const holding: string[] = [];
  for (const { name } of rows) {
    const table = sql.identifier(name);
    const found = await db.execute(sql`select 1 from ${table} as "it" where "it"::text like ${`%${word}%`} limit 1`);
    if (found.rows.length > 0) holding.push(name);
  }
  return holding;
}

describe("seven days after a deletion", () => {
  test("the words are gone from every table that held them", async ({ village }) => {
    const { key, justin, postKey } = await said(village, "canaryone");
    await justin.continue({ key, source: "canarytwo" });
    village.later(20 * minute);
    await justin.edit({ key, part: 2, source: "canarythree" });
    // A change that was begun and never saved begins with the words themselves.
    const form = "0f0e0d0c-0b0a-4908-8706-050403020100";
    const words = { source: "canarythree and a bit" };
    await village.as("Justin").drafts.keep({ place: `edit/${key}/2`, form, words, turn: null });
    await village.as("Hank").comments.write({ postKey, parentKey: key, source: "Gravel" });
    await justin.delete({ key });
    expect(await tablesHolding(village, "canary")).toEqual(
      expect.arrayContaining(["comments", "comment_parts", "comment_versions", "drafts"]),
    );
    village.later(7 * day - 1);
    await eraseDeletedComments(village.context(null));
    expect(await justin.toDelete({ key })).toMatchObject({ can: { undo: true } });
    village.later(1);
    expect(await eraseDeletedComments(village.context(null))).toBe(1);
    expect(await tablesHolding(village, "canary")).toEqual([]);
    const { items } = await village.asVisitor().comments.thread({ postKey });
    expect(items.map(({ face }) => face)).toEqual(["deleted", "said"]);
  });
});
