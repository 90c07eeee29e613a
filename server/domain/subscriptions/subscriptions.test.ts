import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { members } from "#/db/schema/members";
import { mails } from "#/db/schema/site";
import { threadNews } from "#/db/schema/subscriptions";
import type { Name } from "#/db/seed/village";
import { makeLetters, sendWaitingMails } from "#/server/jobs/mail";
import { config } from "#/server/platform/config";
import { type RunningSmtp, startSmtp } from "#/server/testing/smtp";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { carryNext } from "../notifications/carry";
import { letterOf, letterToken } from "./letter-link";

const minute = 60_000;
const before = config().smtpUrl;
let smtp: RunningSmtp;
beforeAll(async () => {
  await bundleTextWorker();
  smtp = await startSmtp();
  config().smtpUrl = smtp.url;
});
beforeEach(() => {
  smtp.letters.length = 0;
  smtp.refuse(0, 450, "");
});
afterAll(async () => {
  config().smtpUrl = before;
  await smtp.close();
});

const mailOf = (name: Name) => `${name.toLowerCase()}@proven.example`;

/** Susan's post, and everybody named here can be written to. */
async function setting(village: Village, people: Name[], audience: "everyone" | "connections" = "everyone") {
  for (const name of people)
    await village.db
      .update(members)
      .set({ mail: mailOf(name), mailVerifiedAt: village.context(null).now() })
      .where(eq(members.id, village.person(name).id));
  const post = await village.as("Susan").posts.write({ title: "Chairs", source: "Sit.", audience, publish: true });
  await deliver(village);
  smtp.letters.length = 0;
  return post;
}

/** What the jobs do within the next minute. */
async function deliver(village: Village) {
  while ((await carryNext(village.context(null), 100)) > 0);
  await makeLetters(village.context(null));
  await sendWaitingMails(village.context(null));
}

const say = async (village: Village, who: Name, postKey: string, source: string, parentKey?: string) => {
  village.later(20_000);
  return (await village.as(who).comments.write({ postKey, source, ...(parentKey && { parentKey }) })).key;
};
const reached = () => smtp.letters.flatMap(({ recipients }) => recipients).sort();
const tokenIn = (text: string) => /\/unsubscribe\/([\w-]+)/.exec(text)?.[1] ?? "";
const toldTo = async (village: Village, name: Name) => {
  const { items } = await village.as(name).notifications.list({ limit: 50 });
  return items.filter(({ post }) => post?.title === "Chairs").map(({ kind, excerpt }) => `${kind}: ${excerpt}`);
};

describe("a letter about a thread", () => {
  test("goes to the author of a post, to whom is answered, and to whoever follows; with ways out", async ({
    village,
  }) => {
    const { key } = await setting(village, ["Susan", "Justin", "Kofi", "Bert"]);
    await village.as("Kofi").subscriptions.choose({ postKey: key, level: "everything" });
    const top = await say(village, "Justin", key, "Four <legs> are & enough.");
    await deliver(village);
    expect(reached()).toEqual([mailOf("Kofi"), mailOf("Susan")]);
    const letter = await smtp.letterTo(mailOf("Kofi"));
    expect(letter.subject).toContain("Chairs");
    expect(letter.text).toContain("Four <legs> are & enough.");
    expect(letter.text).toContain(`${config().url}/p/${key}/chairs?c=${top}#c-${top}`);
    expect(letter.html).toContain("Four &lt;legs&gt; are &amp; enough.");
    const list = letter.headers.get("list") as Record<string, Record<string, string>>;
    expect(list.unsubscribe?.url).toBe(`${config().url}/unsubscribe/${tokenIn(letter.text)}`);
    expect(list["unsubscribe-post"]?.name).toBe("List-Unsubscribe=One-Click");
    expect(list.id?.id).toBe(`${key}.threads.localhost`);
    village.later(20 * minute);
    await say(village, "Bert", key, "Three will do.", top);
    await deliver(village);
    const [one, two] = smtp.letters.filter(({ recipients }) => recipients.includes(mailOf("Kofi")));
    expect(reached().filter((it) => it === mailOf("Justin"))).toHaveLength(1);
    expect(two?.headers.get("references")).toBe(one?.headers.get("references"));
    expect(two?.headers.get("in-reply-to")).toBe(two?.headers.get("references"));
    expect(two?.headers.get("message-id")).not.toBe(one?.headers.get("message-id"));
    expect(await toldTo(village, "Kofi")).toEqual(["followed: Three will do.", "followed: Four <legs> are & enough."]);
    expect((await village.db.select().from(mails)).filter(({ text, html }) => text || html)).toEqual([]);
    expect(await village.db.select().from(threadNews)).toEqual([]);
  });

  test("is one for all that was said in a quarter of an hour, after the first", async ({ village }) => {
    const { key } = await setting(village, ["Susan"]);
    for (let nth = 1; nth <= 12; nth += 1) {
      await say(village, "Justin", key, `Word number ${nth}.`);
      await deliver(village);
    }
    expect(smtp.letters).toHaveLength(1);
    village.later(15 * minute);
    await deliver(village);
    expect(smtp.letters).toHaveLength(2);
    for (let nth = 2; nth <= 12; nth += 1) expect(smtp.letters[1]?.text).toContain(`Word number ${nth}.`);
    village.later(60 * minute);
    await deliver(village);
    expect(smtp.letters).toHaveLength(2);
  });

  test("ends by its own link, for good, until that is taken back", async ({ village }) => {
    const { key } = await setting(village, ["Susan", "Kofi"]);
    const kofi = village.as("Kofi").subscriptions;
    const visitor = village.asVisitor().subscriptions;
    const top = await say(village, "Justin", key, "One.");
    await kofi.choose({ postKey: key, commentKey: top, level: "everything" });
    await say(village, "Bert", key, "Two.", top);
    await deliver(village);
    const token = tokenIn((await smtp.letterTo(mailOf("Kofi"))).text);
    expect(await visitor.letter({ token })).toMatchObject({ thread: { title: "Chairs" }, ended: false });
    await visitor.endByLetter({ token });
    await visitor.endByLetter({ token });
    expect(await visitor.letter({ token })).toMatchObject({ ended: true });
    smtp.letters.length = 0;
    const again = async (words: string) => {
      village.later(60 * minute);
      await say(village, "Bert", key, words, top);
      await deliver(village);
    };
    await again("Three.");
    expect(reached()).toContain(mailOf("Susan"));
    expect(reached()).not.toContain(mailOf("Kofi"));
    expect((await toldTo(village, "Kofi")).join()).not.toContain("Three");
    expect((await kofi.list({ limit: 20 })).items.map(({ level }) => level)).toEqual(["off", "off"]);
    await visitor.resumeByLetter({ token });
    expect((await kofi.list({ limit: 20 })).items.map(({ level }) => level)).toEqual(["everything"]);
    await again("Four.");
    expect(reached()).toContain(mailOf("Kofi"));
    await expect(visitor.endByLetter({ token: `${token.slice(0, -2)}AA` })).rejects.toThrow("no-such-letter");
    await expect(visitor.letter({ token: "" })).rejects.toThrow("no-such-letter");
  });

  test("is never sent to an address that was not proven, to the suspended, or to who wants none", async ({
    village,
  }) => {
    const { key } = await setting(village, ["Susan", "Kofi", "Bert", "Priya"]);
    for (const name of ["Kofi", "Bert", "Priya"] as const)
      await village.as(name).subscriptions.choose({ postKey: key, level: "everything" });
    const change = (name: Name, row: Partial<typeof members.$inferInsert>) =>
      village.db
        .update(members)
        .set(row)
        .where(eq(members.id, village.person(name).id));
    await change("Bert", { mailVerifiedAt: null });
    await village.as("Priya").subscriptions.setWishes({ ownPosts: "off", whereIWrite: "off", byMail: false });
    await village.as("Shawn").members.suspend({ memberId: village.person("Kofi").id, reason: "x" });
    await say(village, "Justin", key, "One.");
    await deliver(village);
    expect(reached()).toEqual([mailOf("Susan")]);
  });

  const meanwhile: [
    what: string,
    deed: (village: Village, it: { post: string; comment: string }) => Promise<unknown>,
  ][] = [
    [
      "the comment was hidden",
      (v, { comment }) => v.as("Shawn").moderation.hide({ thing: { comment }, rule: "kind", reason: "x" }),
    ],
    ["the comment was deleted", (v, { comment }) => v.as("Justin").comments.delete({ key: comment })],
    [
      "the post was hidden",
      (v, { post }) => v.as("Shawn").moderation.hide({ thing: { post }, rule: "kind", reason: "x" }),
    ],
    ["the post was deleted", (v, { post }) => v.as("Susan").posts.delete({ key: post })],
    [
      "the post is for its author alone",
      (v, { post }) => v.as("Susan").posts.edit({ key: post, title: "Chairs", source: "Sit.", audience: "me" }),
    ],
    ["who wrote blocked the reader", (v) => v.as("Justin").connections.block({ person: { handle: "kofi" } })],
    ["the reader muted who wrote", (v) => v.as("Kofi").connections.mute({ person: { handle: "justin" } })],
    [
      "the reader follows it no more",
      (v, { post }) => v.as("Kofi").subscriptions.choose({ postKey: post, level: "off" }),
    ],
    [
      "the reader wants no letters",
      (v) => v.as("Kofi").subscriptions.setWishes({ ownPosts: "off", whereIWrite: "off", byMail: false }),
    ],
    ["the reader is suspended", (v) => v.as("Shawn").members.suspend({ memberId: v.person("Kofi").id, reason: "x" })],
  ];
  test.each(meanwhile)("is not sent when, since it was put on its way, %s", async (_, deed) => {
    // A fixture cannot stand beside a table's own arguments, so this test opens the village itself.
    const { ownVillage } = await import("#/server/testing/village");
    const village = await ownVillage();
    try {
      const { key } = await setting(village, ["Kofi"]);
      await village.as("Kofi").subscriptions.choose({ postKey: key, level: "everything" });
      const comment = await say(village, "Justin", key, "What must not be read.");
      while ((await carryNext(village.context(null), 100)) > 0);
      await makeLetters(village.context(null));
      smtp.refuse(100, 451, "Try later");
      await sendWaitingMails(village.context(null));
      smtp.refuse(0, 451, "");
      expect(smtp.letters).toEqual([]);
      await deed(village, { post: key, comment });
      village.later(5 * minute);
      await sendWaitingMails(village.context(null));
      expect(reached()).not.toContain(mailOf("Kofi"));
      const left = await village.db.select().from(threadNews);
      expect(left.filter(({ memberId }) => memberId === village.person("Kofi").id)).toEqual([]);
    } finally {
      await village.close();
    }
  });

  test("is sent later when the mail server was not well, and with what came meanwhile", async ({ village }) => {
    const { key } = await setting(village, ["Susan"]);
    smtp.refuse(1, 451, "Try later");
    await say(village, "Justin", key, "One.");
    await deliver(village);
    await say(village, "Bert", key, "Two.");
    village.later(2 * minute);
    await deliver(village);
    expect(smtp.letters).toHaveLength(1);
    expect(smtp.letters[0]?.text).toMatch(/One\.[^]*Two\./);
  });

  test("is not even noted where there is no mail server", async ({ village }) => {
    const { key } = await setting(village, ["Susan"]);
    config().smtpUrl = undefined;
    try {
      await say(village, "Justin", key, "One.");
      await deliver(village);
      expect(await village.db.select().from(threadNews)).toEqual([]);
    } finally {
      config().smtpUrl = smtp.url;
    }
  });
});

describe("what one is told of a thread", () => {
  test("is what one chose for the nearest branch, then for the thread, then what one wishes", async ({ village }) => {
    const { key } = await setting(village, []);
    const kofi = village.as("Kofi").subscriptions;
    const top = await say(village, "Justin", key, "Top.");
    const other = await say(village, "Justin", key, "Other.");
    await kofi.choose({ postKey: key, level: "everything" });
    await kofi.choose({ postKey: key, commentKey: top, level: "off" });
    const below = await say(village, "Bert", key, "Below the top.", top);
    await kofi.choose({ postKey: key, commentKey: below, level: "everything" });
    await say(village, "Justin", key, "Deep.", below);
    await say(village, "Bert", key, "Below the other.", other);
    await deliver(village);
    expect((await toldTo(village, "Kofi")).sort()).toEqual([
      "followed: Below the other.",
      "followed: Below the top.",
      "followed: Deep.",
      "followed: Other.",
    ]);
    expect(await kofi.of({ postKey: key })).toEqual({ chosen: "everything", otherwise: "none" });
    expect(await kofi.of({ postKey: key, commentKey: other })).toEqual({ chosen: null, otherwise: "everything" });
    await kofi.choose({ postKey: key, level: "standard" });
    expect(await kofi.of({ postKey: key })).toEqual({ chosen: null, otherwise: "none" });
  });

  test("is answers to oneself where one writes, unless one wishes otherwise", async ({ village }) => {
    const { key } = await setting(village, []);
    const kofi = village.as("Kofi");
    const mine = await say(village, "Kofi", key, "Mine.");
    await say(village, "Bert", key, "To Kofi.", mine);
    await say(village, "Bert", key, "To Susan.");
    await deliver(village);
    expect(await toldTo(village, "Kofi")).toEqual(["reply: To Kofi."]);
    expect(await kofi.subscriptions.of({ postKey: key })).toEqual({ chosen: null, otherwise: "replies" });
    await kofi.subscriptions.setWishes({ ownPosts: "everything", whereIWrite: "everything", byMail: true });
    await say(village, "Bert", key, "To Susan again.");
    await deliver(village);
    expect((await toldTo(village, "Kofi"))[0]).toBe("followed: To Susan again.");
    await kofi.subscriptions.setWishes({ ownPosts: "everything", whereIWrite: "off", byMail: true });
    await say(village, "Bert", key, "To Kofi again.", mine);
    await say(village, "Bert", key, "And @kofi by name.");
    await deliver(village);
    expect((await toldTo(village, "Kofi")).slice(0, 2)).toEqual([
      "mention: And @kofi by name.",
      "followed: To Susan again.",
    ]);
  });

  test("cannot be chosen for what one may not read, and is told of nothing there", async ({ village }) => {
    const { key } = await setting(village, ["Kofi"], "connections");
    const outside = village.as("Newcomer").subscriptions;
    await expect(outside.choose({ postKey: key, level: "everything" })).rejects.toThrow("no-such-post");
    await expect(outside.of({ postKey: key })).rejects.toThrow("no-such-post");
    await expect(village.asVisitor().subscriptions.choose({ postKey: key, level: "off" })).rejects.toThrow(
      "sign-in-first",
    );
  });

  test("lists one's choices as far as one may read them, and nobody else's", async ({ village }) => {
    const { key } = await setting(village, []);
    await village.as("Kofi").subscriptions.choose({ postKey: key, level: "everything" });
    expect((await village.as("Kofi").subscriptions.list({ limit: 20 })).items).toHaveLength(1);
    expect((await village.as("Bert").subscriptions.list({ limit: 20 })).items).toEqual([]);
    await village.as("Susan").posts.edit({ key, title: "Chairs", source: "Sit.", audience: "me" });
    expect((await village.as("Kofi").subscriptions.list({ limit: 20 })).items).toEqual([]);
  });
});

describe("the link of a letter", () => {
  test("names its letter, and nothing that was changed in it does", ({ village }) => {
    const [member, post] = [village.person("Kofi").id, village.person("Susan").id];
    const token = letterToken(member, post);
    expect(token).toMatch(/^[\w-]{64}$/);
    expect(letterOf(token)).toEqual({ memberId: member, postId: post });
    for (let place = 0; place < token.length; place += 7) {
      const other = token[place] === "A" ? "B" : "A";
      expect(letterOf(token.slice(0, place) + other + token.slice(place + 1))).toBeNull();
    }
    expect(letterOf(`${token}AAAA`)).toBeNull();
  });
});
