import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { members } from "#/db/schema/members";
import { notifications } from "#/db/schema/notifications";
import { posts } from "#/db/schema/posts";
import { events } from "#/db/schema/site";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { morning, ownVillage, test, type Village } from "#/server/testing/village";
import { tagsOf } from "../events";
import { carryNext } from "../notifications/carry";
import { setSetting } from "../settings/commands";
import { publishNextPlanned } from "./commands";

beforeAll(bundleTextWorker);

const hour = 60 * 60 * 1000;
const words = { title: "On kettles", source: "They boil, @candy.", tags: ["Kettles"] };
/** What a clock in Greenwich shows so many milliseconds after the morning. */
const wall = (later: number) => new Date(morning.getTime() + later).toISOString().slice(0, 16);

/** A draft of Susan's, planned for some time later. */
async function plannedBy(village: Village, later = 2 * hour, name: "Susan" | "Justin" = "Susan") {
  const api = village.as(name).posts;
  const { key, id } = await api.write(words);
  await api.plan({ key, at: wall(later), zone: "UTC" });
  return { key, id };
}

describe("a planned post", () => {
  test("is planned by the wall clock of a zone, and told back in it", async ({ village }) => {
    const susan = village.as("Susan").posts;
    const { key } = await susan.write(words);
    const at = `${new Date(morning.getTime() + 48 * hour).toISOString().slice(0, 10)}T09:30`;
    const { plannedFor } = await susan.plan({ key, at, zone: "Asia/Kathmandu" });
    expect(plannedFor?.toISOString().slice(11, 16)).toBe("03:45");
    expect(await susan.planned({})).toMatchObject({ items: [{ key, plannedFor, plannedZone: "Asia/Kathmandu" }] });
    expect(await susan.toPlan({ key })).toMatchObject({ zone: "Asia/Kathmandu", plannedFor });
    // The next one begins with the zone of the last.
    expect(await susan.toPlan(await susan.write({ ...words, title: "Another" }))).toMatchObject({
      zone: "Asia/Kathmandu",
      plannedFor: null,
    });
  });

  test("stands among what is planned, the next one first, and not among the drafts", async ({ village }) => {
    const [late, soon] = [await plannedBy(village, 5 * hour), await plannedBy(village, 3 * hour)];
    const susan = village.as("Susan").posts;
    const first = await susan.planned({ limit: 1 });
    expect(first.items.map(({ key }) => key)).toEqual([soon.key]);
    const rest = await susan.planned({ limit: 1, cursor: first.next ?? "" });
    expect(rest).toMatchObject({ items: [{ key: late.key }], next: null });
    expect((await susan.drafts({})).items.map(({ key }) => key)).not.toContain(soon.key);
    expect((await village.as("Candy").posts.planned({})).items).toEqual([]);
  });

  test("is a draft to everybody else, before its time and until the job comes", async ({ village }) => {
    const { key } = await plannedBy(village);
    village.later(3 * hour);
    for (const api of [village.asVisitor(), village.as("Candy"), village.as("Shawn")]) {
      await expect(api.posts.byKey({ key })).rejects.toMatchObject({ message: "no-such-post" });
      await expect(api.posts.tagged({ slug: "kettles" })).rejects.toMatchObject({ message: "no-such-tag" });
      expect((await api.posts.front({ limit: 100 })).items.map((post) => post.key)).not.toContain(key);
    }
    await expect(village.as("Susan").comments.write({ postKey: key, source: "First!" })).rejects.toMatchObject({
      message: "not-published",
    });
  });

  test("is published with its planned date, however late the job runs, and told as by hand", async ({ village }) => {
    const { key, id } = await plannedBy(village);
    expect(await publishNextPlanned(village.context(null))).toBe(false);
    village.later(26 * hour);
    const ctx = village.context(null);
    expect(await publishNextPlanned(ctx)).toBe(true);
    expect(await publishNextPlanned(village.context(null))).toBe(false);
    const post = await village.asVisitor().posts.byKey({ key });
    expect(post.publishedAt?.toISOString().slice(0, 16)).toBe(wall(2 * hour));
    expect(post.editedAt).toBeNull();
    const susan = village.person("Susan").id;
    expect(ctx.told).toEqual([{ type: "post.published", postId: id, authorId: susan }]);
    expect(ctx.told.flatMap(tagsOf)).toEqual(expect.arrayContaining(["front", `post:${id}`, `member:${susan}`]));
    while ((await carryNext(village.context(null), 100)) > 0);
    const told = await village.db.select().from(notifications).where(eq(notifications.postId, id));
    expect(told).toMatchObject([
      { memberId: village.person("Candy").id, kind: "mention", madeAt: village.context(null).now() },
    ]);
    expect((await village.as("Susan").posts.planned({})).items).toEqual([]);
  });

  test("can be planned anew, taken back, and published at once", async ({ village }) => {
    const susan = village.as("Susan").posts;
    const { key } = await plannedBy(village);
    await susan.plan({ key, at: wall(4 * hour), zone: "UTC" });
    village.later(3 * hour);
    expect(await publishNextPlanned(village.context(null))).toBe(false);
    const was = await susan.unplan({ key });
    expect(was.plannedFor?.toISOString().slice(0, 16)).toBe(wall(4 * hour));
    await expect(susan.unplan({ key })).rejects.toMatchObject({ message: "nothing-planned" });
    expect((await susan.drafts({})).items[0]).toMatchObject({ key });
    await susan.plan({ key, at: wall(4 * hour), zone: "UTC" });
    await susan.edit({ ...words, key, publish: true });
    await expect(susan.plan({ key, at: wall(5 * hour), zone: "UTC" })).rejects.toMatchObject({
      message: "already-published",
    });
    expect((await village.asVisitor().posts.byKey({ key })).publishedAt).toEqual(village.context(null).now());
    village.later(9 * hour);
    expect(await publishNextPlanned(village.context(null))).toBe(false);
  });

  test("keeps its plan when its words are changed, and loses it when it is deleted", async ({ village }) => {
    const susan = village.as("Susan").posts;
    const { key } = await plannedBy(village);
    await susan.edit({ ...words, key, source: "They sing." });
    expect((await susan.planned({})).items).toMatchObject([{ key, excerpt: "They sing." }]);
    await expect(susan.edit({ ...words, key, title: "" })).rejects.toMatchObject({ message: "title-needed" });
    await susan.delete({ key });
    village.later(5 * hour);
    await susan.undoDelete({ key });
    expect(await publishNextPlanned(village.context(null))).toBe(false);
    expect((await susan.drafts({})).items[0]).toMatchObject({ key });
  });

  test("is refused where it cannot be, and says why at the field", async ({ village }) => {
    const susan = village.as("Susan").posts;
    const { key } = await susan.write(words);
    const refused = (at: string, zone = "UTC") =>
      susan.plan({ key, at, zone }).then(
        () => "planned",
        (error: { message: string; cause: { complaints: { field: string }[] } }) =>
          [error.message, ...error.cause.complaints.map(({ field }) => field)].join(" "),
      );
    expect(await refused(wall(0))).toBe("plan-in-the-past at");
    expect(await refused("2027-03-28T02:30", "Europe/Berlin")).toBe("no-such-time at");
    expect(await refused("2027-01-01T09:00", "Mars/Olympus")).toBe("no-such-time at");
    expect(await refused("2099-01-01T09:00")).toBe("plan-too-far at");
    const at = wall(hour);
    await expect(village.as("Candy").posts.plan({ key, at, zone: "UTC" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const untitled = await susan.write({ ...words, title: "" });
    await expect(susan.plan({ key: untitled.key, at, zone: "UTC" })).rejects.toMatchObject({ message: "title-needed" });
    expect((await susan.planned({})).items).toEqual([]);
  });

  test("is one of so many, and of so many in one hour", async ({ village }) => {
    await setSetting(village.context(null), { key: "posts.hour", value: 2 });
    await plannedBy(village, 2 * hour);
    await plannedBy(village, 2.9 * hour);
    await expect(plannedBy(village, 2.5 * hour)).rejects.toMatchObject({
      message: "too-many-planned-then",
      cause: { particulars: { most: 2 } },
    });
    await setSetting(village.context(null), { key: "posts.planned", value: 3 });
    const { key } = await plannedBy(village, 20 * hour);
    await expect(plannedBy(village, 30 * hour)).rejects.toMatchObject({ message: "too-many-planned" });
    // One that is planned already may move.
    await village.as("Susan").posts.plan({ key, at: wall(21 * hour), zone: "UTC" });
  });

  test("waits while its author is suspended", async ({ village }) => {
    const { key } = await plannedBy(village);
    const susan = eq(members.id, village.person("Susan").id);
    await village.db.update(members).set({ suspendedAt: morning }).where(susan);
    village.later(3 * hour);
    expect(await publishNextPlanned(village.context(null))).toBe(false);
    await expect(village.asVisitor().posts.byKey({ key })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await village.db.update(members).set({ suspendedAt: null }).where(susan);
    expect(await publishNextPlanned(village.context(null))).toBe(true);
  });
});

describe("several jobs at once", () => {
  let village: Village & { close: () => Promise<void> };
  beforeAll(async () => {
    village = await ownVillage();
  });
  afterAll(() => village.close());

  test("publish each planned post once", async () => {
    const all = [];
    for (let at = 0; at < 12; at += 1) all.push(await plannedBy(village, (2 + at) * hour, at % 2 ? "Susan" : "Justin"));
    village.later(30 * hour);
    const publish = async (): Promise<number> =>
      (await publishNextPlanned(village.context(null))) ? 1 + (await publish()) : 0;
    const many = await Promise.all(Array.from({ length: 6 }, publish));
    expect(many.reduce((sum, one) => sum + one, 0)).toBe(12);
    const told = await village.db.select().from(events).where(eq(events.type, "post.published"));
    expect(told.map(({ fact }) => fact.postId).sort()).toEqual(all.map(({ id }) => id).sort());
    const [one] = await village.db
      .select()
      .from(posts)
      .where(eq(posts.id, all[0]?.id ?? ""));
    expect(one).toMatchObject({ plannedFor: null, publishedAt: new Date(`${wall(2 * hour)}:00Z`) });
  });

  test("pass over a post that another one is publishing just now", async () => {
    const { key } = await plannedBy(village, 40 * hour);
    village.later(20 * hour);
    await village.db.transaction(async (tx) => {
      await tx.select().from(posts).where(eq(posts.key, key)).for("update");
      expect(await publishNextPlanned(village.context(null))).toBe(false);
    });
    expect(await publishNextPlanned(village.context(null))).toBe(true);
  });
});
