import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { comments, guests, guestWords } from "#/db/schema/comments";
import { events, mails } from "#/db/schema/site";
import { members } from "#/db/schema/members";
import { type Asked, everyQuery } from "#/server/testing/every-query";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { ownVillage, test, type Village } from "#/server/testing/village";
import { createCaller } from "../../api/root";
import { carryNext } from "../notifications/carry";
import { setSetting } from "../settings/commands";
import { forgetGuestWords } from "./commands";

beforeAll(bundleTextWorker);

const mail = "canarymail@elsewhere.example";
const hour = 3_600_000;
const once = "2f0e0d0c-0b0a-4908-8706-050403020100";

const posted = async (village: Pick<Village, "as">, more: object = {}) =>
  (await village.as("Susan").posts.write({ title: "Open house", source: "Come in.", publish: true, ...more })).key;

const words = (postKey: string, source = "Hello from outside.") => ({
  postKey,
  source,
  name: "Ada from next door",
  mail,
  site: "https://ada.example/",
});

const lettersTo = ({ db }: Pick<Village, "db">, to = mail) => db.select().from(mails).where(eq(mails.to, to));

/** The token of the last letter that went to an address. */
async function tokenFor(village: Pick<Village, "db">, to = mail): Promise<string> {
  const letters = await lettersTo(village, to);
  return /token=([\w-]+)/.exec(letters.at(-1)?.text ?? "")?.[1] ?? "";
}

/** Writes and confirms, as a guest does. @returns what the browser keeps */
async function says(village: Village, postKey: string, source?: string) {
  await village.asVisitor().guests.write(words(postKey, source));
  return village.asVisitor().guests.confirm({ token: await tokenFor(village) });
}

const keysOn = async (reader: ReturnType<Village["asVisitor"]>, postKey: string) =>
  (await reader.comments.thread({ postKey })).items.map(({ key }) => key);

async function heldKey(village: Village): Promise<string> {
  const { items } = await village.as("Shawn").moderation.held({ limit: 100 });
  return items.find(({ author }) => author.name === "Ada from next door")?.key ?? "";
}

describe("a guest's comment", () => {
  test("stands nowhere until the link in the letter is used, and then waits for a moderator", async ({ village }) => {
    const postKey = await posted(village);
    const sent = { ...words(postKey), once };
    expect(await village.asVisitor().guests.write(sent)).toEqual({ sent: true, held: false, href: null });
    expect(await village.asVisitor().guests.write(sent)).toEqual({ sent: true, held: false, href: null });
    expect(await lettersTo(village)).toHaveLength(1);
    expect(await village.db.$count(comments, eq(comments.guestName, "Ada from next door"))).toBe(0);
    const token = await tokenFor(village);
    expect(await village.asVisitor().guests.letter({ token })).toMatchObject({
      source: "Hello from outside.",
      refused: null,
    });
    expect(await village.asVisitor().guests.letter({ token })).not.toBeNull();

    expect(await village.asVisitor().guests.confirm({ token })).toMatchObject({ held: true, href: null });
    await expect(village.asVisitor().guests.confirm({ token })).rejects.toMatchObject({ message: "guest-link-gone" });
    for (const reader of [village.asVisitor(), village.as("Susan"), village.as("Shawn")])
      expect(await keysOn(reader, postKey)).toEqual([]);

    const key = await heldKey(village);
    await village.as("Shawn").moderation.leave({ comment: key });
    expect(await keysOn(village.asVisitor(), postKey)).toEqual([]);
    await village.as("Shawn").moderation.approve({ comment: key });
    const { items, count } = await village.asVisitor().comments.thread({ postKey });
    expect(items).toMatchObject([
      { key, guest: true, author: { name: "Ada from next door", handle: null, site: "https://ada.example/" } },
    ]);
    expect(count).toMatchObject({ comments: 1, people: 1 });
  });

  test("is told to the post's author once a moderator has let it in, and not before", async ({ village }) => {
    const postKey = await posted(village);
    await says(village, postKey);
    while ((await carryNext(village.context(null), 50)) > 0);
    const news = async () =>
      (await village.as("Susan").notifications.list({ limit: 50 })).items.filter(({ kind }) => kind === "comment")
        .length;
    const before = await news();
    await village.as("Shawn").moderation.approve({ comment: await heldKey(village) });
    while ((await carryNext(village.context(null), 50)) > 0);
    expect(await news()).toBe(before + 1);
  });

  test("is confirmed by a letter every time, unless this browser proved that very address before", async ({
    village,
  }) => {
    const postKey = await posted(village);
    const { proof } = await says(village, postKey);
    await village.as("Shawn").moderation.approve({ comment: await heldKey(village) });
    const guest = village.asVisitor().guests;
    village.later(5000);
    expect(await guest.write(words(postKey, "No proof."))).toMatchObject({ sent: true });
    expect(
      await guest.write({ ...words(postKey, "Forged."), proof: `${proof.slice(0, 36)}.${"x".repeat(43)}` }),
    ).toMatchObject({ sent: true });
    expect(
      await guest.write({ ...words(postKey, "Another's."), mail: "other@elsewhere.example", proof }),
    ).toMatchObject({ sent: true });
    const said = await guest.write({ ...words(postKey, "With proof."), proof });
    expect(said).toMatchObject({ sent: false, held: false, href: expect.stringContaining(`/p/${postKey}/`) });
    expect(await keysOn(village.asVisitor(), postKey)).toHaveLength(2);
    await expect(guest.write({ ...words(postKey, "With proof."), proof })).rejects.toMatchObject({
      message: "said-before",
    });
  });

  test("is held again after a moderator hid one of theirs", async ({ village }) => {
    const postKey = await posted(village);
    const { proof } = await says(village, postKey);
    const comment = await heldKey(village);
    await village.as("Shawn").moderation.approve({ comment });
    await village.as("Shawn").moderation.hide({ thing: { comment }, rule: "advertising", reason: "x" });
    expect(await village.asVisitor().guests.write({ ...words(postKey, "Again."), proof })).toMatchObject({
      held: true,
    });
  });

  test("is held when its address is a suspended member's, also where guests are not held", async ({ village }) => {
    const postKey = await posted(village);
    await setSetting(village.context("Candy"), { key: "guests.hold-first", value: false });
    const { id, mail: to } = village.person("Hank");
    await village.as("Shawn").members.suspend({ memberId: id, reason: "Gravel, again." });
    await village.asVisitor().guests.write({ ...words(postKey), mail: to ?? "" });
    const token = await tokenFor(village, to ?? "");
    expect(await village.asVisitor().guests.confirm({ token })).toMatchObject({ held: true, href: null });
    expect(await keysOn(village.asVisitor(), postKey)).toEqual([]);
  });

  test("answers like any other, where the thread is open to everybody, and nowhere else", async ({ village }) => {
    const postKey = await posted(village);
    const top = await village.as("Justin").comments.write({ postKey, source: "Knock." });
    await setSetting(village.context("Candy"), { key: "guests.hold-first", value: false });
    const guest = village.asVisitor().guests;
    await guest.write({ ...words(postKey), parentKey: top.key });
    await guest.confirm({ token: await tokenFor(village) });
    const { items } = await village.asVisitor().comments.thread({ postKey });
    expect(items.map(({ depth, to }) => [depth, to])).toEqual([
      [0, null],
      [1, "Justin"],
    ]);
    for (const [more, because] of [
      [{ comments: "members" }, "members-comment"],
      [{ comments: "connections" }, "members-comment"],
      [{ comments: "closed" }, "comments-closed"],
      [{ audience: "members" }, "no-such-post"],
      [{ audience: "me" }, "no-such-post"],
    ] as const) {
      const other = await posted(village, { title: JSON.stringify(more), ...more });
      await expect(guest.write(words(other))).rejects.toMatchObject({ message: because });
      const { can } = await village.as("Susan").comments.thread({ postKey: other });
      expect(can.asGuest).toBe(false);
    }
    await village.as("Shawn").moderation.hide({ thing: { comment: top.key }, rule: "kind", reason: "x" });
    await expect(guest.write({ ...words(postKey, "Again"), parentKey: top.key })).rejects.toMatchObject({
      message: "no-such-comment",
    });
    const asGuest = async () => (await village.asVisitor().comments.thread({ postKey })).can.asGuest;
    expect(await asGuest()).toBe("shown");
    await setSetting(village.context("Candy"), { key: "guests.hold-first", value: true });
    expect(await asGuest()).toBe("held");
    await setSetting(village.context("Candy"), { key: "guests.on", value: false });
    await expect(guest.write(words(postKey, "Once more"))).rejects.toMatchObject({ message: "no-guests" });
    expect(await asGuest()).toBe(false);
  });

  test("that waits in a letter obeys what became of the thread, and is forgotten after two days", async ({
    village,
  }) => {
    const postKey = await posted(village);
    await village.asVisitor().guests.write(words(postKey));
    const token = await tokenFor(village);
    const post = { key: postKey, title: "A secret title", source: "Come in." };
    await village.as("Susan").posts.edit({ ...post, audience: "me" });
    expect(await village.asVisitor().guests.letter({ token })).toMatchObject({ post: null, refused: "no-such-post" });
    await expect(village.asVisitor().guests.confirm({ token })).rejects.toMatchObject({ message: "no-such-post" });
    await village.as("Susan").posts.edit({ ...post, audience: "everyone" });
    village.later(48 * hour);
    await expect(village.asVisitor().guests.confirm({ token })).rejects.toMatchObject({ message: "guest-link-gone" });
    await forgetGuestWords(village.context(null));
    expect(await village.db.$count(guestWords)).toBe(0);
  });
});

describe("whoever is no person, or many", () => {
  test("fills the trap, and hears what everybody hears; nothing is kept and no letter goes", async ({ village }) => {
    const postKey = await posted(village);
    const bot = await village.asVisitor().guests.write({ ...words(postKey), trap: "https://spam.example" });
    expect(bot).toEqual({ sent: true, held: false, href: null });
    expect(await lettersTo(village)).toEqual([]);
    expect(await village.db.$count(guestWords)).toBe(0);
  });

  test("is asked to press once more when that was quicker than people are", async ({ village }) => {
    const postKey = await posted(village);
    const now = village.context(null).now().getTime();
    const guest = village.asVisitor().guests;
    await expect(guest.write({ ...words(postKey), shown: now - 1999 })).rejects.toMatchObject({
      message: "guest-too-quick",
    });
    await guest.write({ ...words(postKey), shown: now - 2000 });
    await guest.write({ ...words(postKey, "A clock ahead"), shown: now + hour });
  });

  test("may send ten in an hour from one network, and five letters to one address", async ({ village }) => {
    const postKey = await posted(village);
    const from = (address: string) =>
      createCaller({
        ...village.context(null),
        client: { address, agent: "", sessionId: null, keep: async () => undefined },
      }).guests;
    for (let nth = 0; nth < 5; nth++) await from(`2001:db8::${nth}`).write(words(postKey, `Letter ${nth}`));
    await expect(from("2001:db8:1::1").write(words(postKey, "Sixth"))).rejects.toMatchObject({
      message: "too-many-mails",
    });
    for (let nth = 0; nth < 5; nth++)
      await from("2001:db8::9").write({ ...words(postKey, `More ${nth}`), mail: `other${nth}@elsewhere.example` });
    await expect(
      from("2001:db8::1").write({ ...words(postKey, "Eleventh"), mail: "x@elsewhere.example" }),
    ).rejects.toMatchObject({
      message: "guests-too-fast",
      code: "TOO_MANY_REQUESTS",
    });
  });

  test("learns nothing of who has a place here, and cannot write to anybody through us", async ({ village }) => {
    const postKey = await posted(village);
    const known = village.person("Hank").mail ?? "";
    const guest = village.asVisitor().guests;
    const [toMember, toNobody] = [
      await guest.write({ ...words(postKey), mail: known }),
      await guest.write(words(postKey, "BUY NOW https://spam.example")),
    ];
    expect(toMember).toEqual(toNobody);
    const [one, other] = [await lettersTo(village, known.toLowerCase()), await lettersTo(village)];
    const same = (text: string | undefined) => text?.replaceAll(/token=[\w-]+/g, "token");
    expect(same(one.at(-1)?.text)).toBe(same(other.at(-1)?.text));
    expect(JSON.stringify(other)).not.toMatch(/BUY NOW|spam\.example|Ada from/);
  });
});

describe("joining later with the same address", () => {
  test("offers what was written as a guest, and puts one's name to it only when one says so", async ({ village }) => {
    const postKey = await posted(village);
    await says(village, postKey);
    const key = await heldKey(village);
    await village.as("Shawn").moderation.approve({ comment: key });
    const hank = village.person("Hank");
    const asHank = (row: Partial<typeof hank>) =>
      createCaller({ ...village.context("Hank"), viewer: { ...hank, ...row } });
    const unproven = asHank({ mail, mailVerifiedAt: null });
    expect(await unproven.guests.claimable()).toEqual({ many: 0, newest: [] });
    await expect(unproven.guests.claim()).rejects.toMatchObject({ message: "nothing-to-claim" });
    await expect(village.as("Justin").guests.claim()).rejects.toMatchObject({ message: "nothing-to-claim" });

    const proven = asHank({ mail: mail.toUpperCase(), mailVerifiedAt: new Date() });
    expect(await proven.guests.claimable()).toMatchObject({ many: 1, newest: [{ key, name: "Ada from next door" }] });
    expect((await village.asVisitor().comments.thread({ postKey })).items).toMatchObject([{ guest: true }]);
    expect(await proven.guests.claim()).toEqual({ claimed: 1 });
    expect((await village.asVisitor().comments.thread({ postKey })).items).toMatchObject([
      { guest: false, author: { handle: hank.handle, site: null } },
    ]);
    await village.as("Hank").comments.delete({ key });
    await expect(proven.guests.claim()).rejects.toMatchObject({ message: "nothing-to-claim" });
  });
});

describe("a guest's address", () => {
  let own: Awaited<ReturnType<typeof ownVillage>>;
  beforeAll(async () => {
    own = await ownVillage();
  });
  afterAll(() => own.close());

  test("is in no answer to anybody, and in no fact", async () => {
    const postKey = await posted(own);
    await says(own, postKey);
    await own.as("Shawn").moderation.approve({ comment: await heldKey(own) });
    await own.asVisitor().guests.write(words(postKey, "A second one waits."));
    const rows = await own.db
      .select({ key: comments.key, id: comments.postId })
      .from(comments)
      .where(sql`guest_id is not null`);
    const asked: Asked = {
      postKeys: [postKey],
      postIds: rows.map(({ id }) => id),
      commentKeys: rows.map(({ key }) => key),
      handles: ["susan"],
      tag: "none",
      paths: [],
    };
    let answers = 0;
    for (const name of [null, "Susan", "Justin", "Shawn", "Candy"] as const) {
      const api = name ? own.as(name) : own.asVisitor();
      for (const [path, ask] of Object.entries(everyQuery)) {
        // Where no mail server is set, the owner reads the letters themselves.
        if (path === "identities.mails") continue;
        for (const answer of await Promise.allSettled(ask(api, asked))) {
          answers += 1;
          expect(JSON.stringify(answer) ?? "", `${path} for ${name}`).not.toContain("canarymail");
        }
      }
    }
    expect(answers).toBeGreaterThan(300);
    expect(JSON.stringify(await own.db.select().from(events))).not.toContain("canarymail");
    expect(JSON.stringify(await own.db.select().from(comments))).not.toContain("canarymail");
    expect(await own.db.$count(guests)).toBe(1);
    expect(await own.db.$count(members, eq(members.mail, mail))).toBe(0);
  });
});
