import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { comments } from "#/db/schema/comments";
import { blocks } from "#/db/schema/connections";
import { moderationLog, reportReasons, reports } from "#/db/schema/moderation";
import { reportReasons as reasonsAsked } from "./input";
import { posts } from "#/db/schema/posts";
import { test, type Village } from "#/server/testing/village";
import { reportReasons as accepted } from "./input";

const because = "He named a man and his street.";

/** The comment of Hank's that two people reported. */
async function reported(village: Village) {
  const [row] = await village.db
    .select({ id: comments.id, key: comments.key })
    .from(reports)
    .innerJoin(comments, eq(comments.id, reports.commentId));
  if (!row) throw new Error("Nothing is reported in the village");
  return { ...row, thing: { comment: row.key } };
}

async function commentBy(village: Village, name: Parameters<Village["person"]>[0]) {
  const rows = await village.db
    .select()
    .from(comments)
    .where(eq(comments.authorId, village.person(name).id));
  const row = rows.find((it) => !it.hiddenAt && !it.deletedAt);
  if (!row) throw new Error(`${name} has not said anything`);
  return { ...row, thing: { comment: row.key } };
}

const refusal = (because: string) => expect.objectContaining({ message: because });

describe("a report", () => {
  test("waits in the queue with its words and who made it", async ({ village }) => {
    const { thing } = await commentBy(village, "Justin");
    const said = await village.as("Kofi").moderation.report({ thing, reason: "off-topic", words: " About sauce. " });
    expect(said).toEqual({ already: false });
    const { items } = await village.as("Shawn").moderation.queue({});
    expect(items.at(-1)).toMatchObject({
      key: thing.comment,
      author: { handle: "justin" },
      reports: [{ by: { handle: "kofi" }, reason: "off-topic", words: "About sauce.", answer: null }],
    });
  });

  test("made twice by one person is a success and changes nothing", async ({ village }) => {
    const { thing } = await commentBy(village, "Justin");
    await village.as("Kofi").moderation.report({ thing, reason: "spam" });
    expect(await village.as("Kofi").moderation.report({ thing, reason: "unkind" })).toEqual({ already: true });
    expect(await village.db.select().from(reports)).toHaveLength(3);
  });

  test("cannot be made about one's own words", async ({ village }) => {
    const { thing } = await commentBy(village, "Justin");
    const own = village.as("Justin").moderation.report({ thing, reason: "other" });
    await expect(own).rejects.toEqual(refusal("your-own-words"));
  });

  test("cannot be made about what somebody may not read", async ({ village }) => {
    const [mine] = await village.db.select().from(posts).where(eq(posts.audience, "me"));
    const unseen = village.as("Kofi").moderation.report({ thing: { post: mine?.key ?? "" }, reason: "other" });
    await expect(unseen).rejects.toEqual(refusal("no-such-thing"));
  });

  test("takes 500 characters of words and not one more", async ({ village }) => {
    const { thing } = await commentBy(village, "Justin");
    const as = village.as("Kofi").moderation;
    await expect(as.report({ thing, reason: "other", words: "ä".repeat(501) })).rejects.toThrow();
    await as.report({ thing, reason: "other", words: "👋".repeat(500) });
  });

  test("is refused when somebody reports all day", async ({ village }) => {
    await village.as("Candy").settings.set({ key: "reports.hour", value: 1 });
    const [one, two] = [await commentBy(village, "Justin"), await commentBy(village, "Susan")];
    await village.as("Kofi").moderation.report({ thing: one.thing, reason: "spam" });
    const more = village.as("Kofi").moderation.report({ thing: two.thing, reason: "spam" });
    await expect(more).rejects.toEqual(refusal("reporting-too-fast"));
  });

  test("has the same reasons at the door as in the table", () => {
    expect(accepted).toEqual(reportReasons);
  });
});

describe("the queue", () => {
  test("gives each reported thing once, the longest waiting first", async ({ village }) => {
    const { thing } = await commentBy(village, "Justin");
    await village.as("Kofi").moderation.report({ thing, reason: "spam" });
    const first = await village.as("Shawn").moderation.queue({ limit: 1 });
    expect(first.items.map(({ reports }) => reports.length)).toEqual([2]);
    const second = await village.as("Shawn").moderation.queue({ limit: 1, cursor: first.next ?? "" });
    expect(second.items.map(({ key }) => key)).toEqual([thing.comment]);
    expect(second.next).toBeNull();
  });

  test("looks past the moderator's own blocks, and marks them", async ({ village }) => {
    const between = { memberId: village.person("Shawn").id, blockedId: village.person("Hank").id, madeAt: new Date() };
    await village.db.insert(blocks).values(between);
    const { items } = await village.as("Shawn").moderation.queue({});
    expect(items).toMatchObject([{ author: { handle: "hank" }, apart: true }]);
    expect(items[0]?.words).not.toBe("");
  });

  test("shows what was reported though the moderator is not in its audience, and says so", async ({ village }) => {
    const { thing, postId } = await commentBy(village, "Justin");
    await village.as("Kofi").moderation.report({ thing, reason: "private-data" });
    await village.db.update(posts).set({ audience: "connections" }).where(eq(posts.id, postId));
    await village.db
      .update(posts)
      .set({ authorId: village.person("Hank").id })
      .where(eq(posts.id, postId));
    const { items } = await village.as("Dilys Prydderch").moderation.queue({});
    expect(items.find(({ key }) => key === thing.comment)).toMatchObject({ readable: false, can: { hide: true } });
  });

  test("closes what only a report had opened a week after it was answered", async ({ village }) => {
    const { thing, postId } = await commentBy(village, "Justin");
    await village.as("Kofi").moderation.report({ thing, reason: "private-data" });
    const row = { audience: "connections", authorId: village.person("Hank").id } as const;
    await village.db.update(posts).set(row).where(eq(posts.id, postId));
    const dilys = village.as("Dilys Prydderch").moderation;
    await dilys.keep({ thing });
    village.later(6 * 86_400_000);
    expect(await dilys.toJudge({ thing })).toMatchObject({ key: thing.comment });
    village.later(2 * 86_400_000);
    await expect(dilys.toJudge({ thing })).rejects.toEqual(refusal("no-such-thing"));
  });

  test("does not show a moderator who reported their own words, and lets them judge nothing of it", async ({
    village,
  }) => {
    const { thing } = await commentBy(village, "Shawn");
    await village.as("Kofi").moderation.report({ thing, reason: "unkind" });
    const mine = await village.as("Shawn").moderation.queue({});
    expect(mine.items.map(({ key }) => key)).not.toContain(thing.comment);
    expect(await village.as("Shawn").moderation.toJudge({ thing })).toMatchObject({ own: true, reports: [], acts: [] });
    const hide = village.as("Shawn").moderation.hide({ thing, rule: "kind", reason: "." });
    await expect(hide).rejects.toEqual(refusal("your-own-words"));
  });

  test("is for moderators and owners", async ({ village }) => {
    await expect(village.as("Justin").moderation.queue({})).rejects.toEqual(refusal("moderators-only"));
    await expect(village.asVisitor().moderation.queue({})).rejects.toEqual(refusal("sign-in-first"));
  });

  test("offers what was held where it came from, to approve or to leave out", async ({ village }) => {
    const [one, two] = [await commentBy(village, "Justin"), await commentBy(village, "Susan")];
    for (const { id } of [one, two])
      await village.db.update(comments).set({ state: "held" }).where(eq(comments.id, id));
    const shawn = village.as("Shawn").moderation;
    expect(await shawn.counts()).toEqual({ reported: 1, held: 2 });
    await shawn.approve({ comment: one.key });
    await shawn.leave({ comment: two.key });
    expect((await shawn.held({})).items).toEqual([]);
    const now = await village.db.select({ key: comments.key, state: comments.state }).from(comments);
    expect(now).toContainEqual({ key: one.key, state: "shown" });
    expect(now).toContainEqual({ key: two.key, state: "trash" });
  });
});

describe("a report", () => {
  test("may have every reason that the table knows, and no other", () => {
    expect(reasonsAsked).toEqual(reportReasons);
  });
});

describe("hiding", () => {
  test("keeps the place under its rule, answers every report, and lands in the log", async ({ village }) => {
    const { thing, id } = await reported(village);
    await village.as("Shawn").moderation.hide({ thing, rule: "private", reason: because });
    const [row] = await village.db.select().from(comments).where(eq(comments.id, id));
    expect(row).toMatchObject({ hiddenRule: "Keep private things private" });
    expect((await village.as("Shawn").moderation.queue({})).items).toEqual([]);
    expect((await village.db.select().from(reports)).map(({ answer }) => answer)).toEqual(["hidden", "hidden"]);
    const { items } = await village.as("Candy").moderation.log({});
    expect(items[0]).toMatchObject({
      act: "hide",
      by: { handle: "shawn" },
      rule: "Keep private things private",
      reason: because,
      thing: { kind: "comment", key: thing.comment, author: { handle: "hank" } },
    });
  });

  test("needs a house rule and a reason", async ({ village }) => {
    const { thing } = await reported(village);
    const shawn = village.as("Shawn").moderation;
    await expect(shawn.hide({ thing, rule: "whim", reason: because })).rejects.toEqual(refusal("no-such-rule"));
    await expect(shawn.hide({ thing, rule: "kind", reason: "  " })).rejects.toThrow();
  });

  test("is undone in one step, and then the reports wait again", async ({ village }) => {
    const { thing, id } = await reported(village);
    const shawn = village.as("Shawn").moderation;
    await shawn.hide({ thing, rule: "private", reason: because });
    await shawn.unhide({ thing, undo: true });
    const [row] = await village.db.select().from(comments).where(eq(comments.id, id));
    expect(row).toMatchObject({ hiddenAt: null, hiddenRule: null });
    expect((await shawn.queue({})).items[0]?.reports).toHaveLength(2);
    expect((await shawn.log({})).items.map(({ act }) => act).slice(0, 2)).toEqual(["unhide", "hide"]);
  });

  test("happens once: who comes second is told that it is hidden", async ({ village }) => {
    const { thing } = await reported(village);
    await village.as("Shawn").moderation.hide({ thing, rule: "private", reason: because });
    const second = village.as("Candy").moderation.hide({ thing, rule: "kind", reason: because });
    await expect(second).rejects.toEqual(refusal("already-hidden"));
  });

  test("does not reach what nobody reported and the moderator may not read", async ({ village }) => {
    const [mine] = await village.db.select().from(posts).where(eq(posts.audience, "me"));
    const thing = { post: mine?.key ?? "" };
    await expect(village.as("Shawn").moderation.toJudge({ thing })).rejects.toEqual(refusal("no-such-thing"));
    const hide = village.as("Shawn").moderation.hide({ thing, rule: "kind", reason: because });
    await expect(hide).rejects.toEqual(refusal("no-such-thing"));
  });

  test("reaches an author who blocked the moderator", async ({ village }) => {
    const { thing } = await commentBy(village, "Justin");
    const between = {
      memberId: village.person("Justin").id,
      blockedId: village.person("Shawn").id,
      madeAt: new Date(),
    };
    await village.db.insert(blocks).values(between);
    await village.as("Shawn").moderation.hide({ thing, rule: "kind", reason: because });
  });
});

describe("keeping", () => {
  test("answers the reports and leaves the words", async ({ village }) => {
    const { thing, id } = await reported(village);
    await village.as("Shawn").moderation.keep({ thing });
    const [row] = await village.db.select().from(comments).where(eq(comments.id, id));
    expect(row?.hiddenAt).toBeNull();
    expect((await village.db.select().from(reports)).map(({ answer }) => answer)).toEqual(["kept", "kept"]);
    await expect(village.as("Candy").moderation.keep({ thing })).rejects.toEqual(refusal("nothing-waits"));
  });
});

describe("the log", () => {
  test("hears of suspensions, roles and settings as well", async ({ village }) => {
    const hank = village.person("Hank").id;
    await village.as("Shawn").members.suspend({ memberId: hank, reason: "Gravel, again." });
    await village.as("Shawn").members.restore({ memberId: hank });
    await village.as("Candy").members.changeRole({ memberId: hank, role: "moderator" });
    await village.as("Candy").settings.set({ key: "join.open", value: false });
    const { items } = await village.as("Shawn").moderation.log({});
    expect(items.slice(0, 4).map(({ act, reason }) => [act, reason])).toEqual([
      ["change-setting", "join.open: false"],
      ["change-role", "moderator"],
      ["restore", ""],
      ["suspend", "Gravel, again."],
    ]);
  });

  test.for(["update", "delete"] as const)("refuses to let anybody %s an act", async (verb, { village }) => {
    const attempt = village.db.transaction(async (tx) => {
      if (verb === "update") await tx.update(moderationLog).set({ reason: "Something nicer" });
      else await tx.delete(moderationLog);
    });
    await expect(attempt).rejects.toMatchObject({ cause: { message: "the log of moderation is never changed" } });
  });

  test("is paged by a cursor, newest first", async ({ village }) => {
    const { thing } = await reported(village);
    await village.as("Shawn").moderation.hide({ thing, rule: "private", reason: because });
    const first = await village.as("Shawn").moderation.log({ limit: 1 });
    const second = await village.as("Shawn").moderation.log({ limit: 1, cursor: first.next ?? "" });
    expect([...first.items, ...second.items].map(({ act }) => act)).toEqual(["hide", "hide"]);
    expect(second.next).toBeNull();
  });
});

describe("the people", () => {
  test("are found by name or handle, by role, and among the suspended", async ({ village }) => {
    const shawn = village.as("Shawn").moderation;
    const names = async (search: Parameters<typeof shawn.people>[0]) =>
      (await shawn.people(search)).items.map(({ name }) => name).sort();
    expect(await names({ words: "prydd" })).toEqual(["Dilys Prydderch"]);
    expect(await names({ words: "@asa" })).toEqual(["Åsa Norrbäck"]);
    expect(await names({ words: "%" })).toEqual([]);
    expect(await names({ role: "moderator" })).toEqual(["Dilys Prydderch", "Shawn"]);
    expect(await names({ suspended: true })).toEqual(["Trent"]);
  });

  test("carry what may be done about them: a moderator cannot suspend a moderator", async ({ village }) => {
    const dilys = await village.as("Shawn").moderation.person({ handle: "dilys" });
    expect(dilys.can).toMatchObject({ suspend: false, changeRole: false });
    const hank = await village.as("Shawn").moderation.person({ handle: "hank" });
    expect(hank.can).toMatchObject({ suspend: true, changeRole: false });
  });
});
