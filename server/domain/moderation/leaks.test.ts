import { TRPCError } from "@trpc/server";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comments } from "#/db/schema/comments";
import { blocks } from "#/db/schema/connections";
import { legacyPaths, posts } from "#/db/schema/posts";
import { events, mails } from "#/db/schema/site";
import type { Name } from "#/db/seed/village";
import { describeApi } from "#/server/api/describe";
import { type Asked, everyQuery, linkedArticle } from "#/server/testing/every-query";
import { ownVillage, type Village } from "#/server/testing/village";
import { carryNext } from "../notifications/carry";

/** Everybody who looks, by what they are to Kofi, who wrote it all. */
const lookers = {
  visitor: null,
  stranger: "Bert",
  newcomer: "Newcomer",
  connection: "Priya",
  blocked: "Hank",
  blocker: "Renske",
  author: "Kofi",
  moderator: "Shawn",
} as const satisfies Record<string, Name | null>;
type Looker = keyof typeof lookers;

const members: Looker[] = ["stranger", "newcomer", "connection", "author", "moderator"];

/** Each thing Kofi wrote, with who may find its words anywhere outside the moderators' own pages. */
const mayFind: Record<string, Looker[]> = {
  publicpost: ["visitor", ...members],
  publiccomment: ["visitor", ...members],
  hiddenpost: ["author", "moderator"],
  hiddencomment: ["author", "moderator"],
  underhiddenpost: ["author", "moderator"],
  memberspost: members,
  undermemberspost: members,
  connectionspost: ["connection", "author"],
  underconnectionspost: ["connection", "author"],
  mypost: ["author"],
  undermypost: ["author"],
  draft: ["author"],
  // Earlier words of a post that everybody may read as it is now.
  formerversion: ["visitor", ...members],
  keptbackversion: ["author", "moderator"],
  withheldversion: ["author", "moderator"],
  narrowerversion: ["connection", "author"],
  plan: ["author"],
  heldcomment: ["author"],
  trashedcomment: [],
  // Whoever deleted something finds it on the page that takes the deletion back.
  deletedpost: ["author"],
  underdeletedpost: [],
  deletedcomment: ["author"],
  // What a comment said before it was changed: as the comment itself; once hidden, not even when it is back.
  earlierwords: ["visitor", ...members],
  withheldwords: ["author", "moderator"],
  earlierinhidden: ["author", "moderator"],
  earlierindeleted: [],
};

/** What moderators find on their own pages: what they could read anyway, and what they were called to. */
const onlyInTheQueue = ["connectionspost", "mypost", "heldcomment"];

const canaryOf = (name: string) => `canary${name}end`;
const everybody = "@bert @newcomer @priya @hank @renske @shawn";

let village: Village & { close: () => Promise<void> };
let asked: Asked;

beforeAll(async () => {
  village = await ownVillage();
  asked = await write(village);
}, 120_000);
afterAll(() => village.close());

/** Kofi writes everything for everybody; all are told, Priya reports it all; only then it is taken from sight. */
async function write(village: Village): Promise<Asked> {
  const kofi = village.as("Kofi");
  const postOf = new Map<string, string>();
  const commentOf = new Map<string, string>();
  const publish = async (name: string, isPublished = true) => {
    const word = canaryOf(name);
    const words = {
      title: `About ${word}`,
      source: `${word} for ${everybody} ${linkedArticle}`,
      tags: ["Canaries", word],
    };
    postOf.set(name, (await kofi.posts.write({ ...words, publish: isPublished })).key);
  };
  /** A post that everybody may read, and that said something else before. */
  const reword = async (name: string) => {
    const before = { title: `About ${canaryOf(name)}`, source: `${canaryOf(name)} once`, publish: true };
    const audience = name === "narrowerversion" ? "connections" : "everyone";
    const { key } = await kofi.posts.write({ ...before, audience });
    const isWithheld = name === "withheldversion";
    const { hide, unhide } = village.as("Shawn").moderation;
    if (isWithheld) await hide({ thing: { post: key }, rule: "kind", reason: "These words must go." });
    village.later(1000);
    await kofi.posts.edit({ key, title: "About something", source: "Other words.", audience: "everyone" });
    if (isWithheld) await unhide({ thing: { post: key } });
    if (name === "keptbackversion") await kofi.posts.hideVersion({ key, nth: 1 });
    postOf.set(name, key);
  };
  const say = async (api: typeof kofi, name: string, post: string) => {
    village.later(20_000);
    const source = `${canaryOf(name)} for ${everybody} @kofi ${linkedArticle}`;
    commentOf.set(name, (await api.comments.write({ postKey: postOf.get(post) ?? "", source })).key);
  };
  for (const name of Object.keys(mayFind).filter((name) => /^\w+post$/.test(name) && !name.startsWith("under")))
    await publish(name);
  await publish("draft", false);
  await publish("plan", false);
  await kofi.posts.plan({ key: postOf.get("plan") ?? "", at: "2028-01-01T09:00", zone: "Europe/Berlin" });
  for (const name of Object.keys(mayFind).filter((name) => name.endsWith("version"))) await reword(name);
  for (const name of Object.keys(mayFind).filter((name) => name.endsWith("comment")))
    await say(kofi, name, "publicpost");
  for (const name of Object.keys(mayFind).filter((name) => name.startsWith("under")))
    await say(village.as("Bert"), name, name.slice("under".length));

  for (const name of ["earlierwords", "withheldwords", "earlierinhidden", "earlierindeleted"]) {
    await say(kofi, name, "publicpost");
    village.later(16 * 60_000);
    await kofi.comments.edit({
      key: commentOf.get(name) ?? "",
      source: `Nothing to see any more in ${commentOf.size}.`,
    });
  }

  while ((await carryNext(village.context(null), 100)) > 0);
  const priya = village.as("Priya").moderation;
  for (const [name, post] of postOf)
    if (name.endsWith("post")) await priya.report({ thing: { post }, reason: "other" });
  await pinAll(
    village,
    [...postOf].flatMap(([name, key]) => (name.endsWith("post") ? [key] : [])),
  );
  await takeFromSight(village, postOf, commentOf);
  while ((await carryNext(village.context(null), 100)) > 0);

  const rows = await village.db
    .select()
    .from(posts)
    .where(eq(posts.authorId, village.person("Kofi").id));
  const paths = rows.map(({ id, key }) => ({ postId: id, path: `/?p=${key}` }));
  await village.db.insert(legacyPaths).values(paths);
  return {
    postKeys: [...postOf.values()],
    postIds: rows.map(({ id }) => id),
    commentKeys: [...commentOf.values()],
    handles: ["kofi", "bert", "priya", "shawn", "hank", "renske", "newcomer"],
    tag: "canaries",
    paths: paths.map(({ path }) => path),
  };
}

/** Everything with words of its own stands above a list, or would if it could be read. */
async function pinAll(village: Village, keys: Iterable<string>) {
  await village.as("Candy").settings.set({ key: "pins.front", value: "20" });
  await village.as("Candy").settings.set({ key: "pins.author", value: "20" });
  for (const key of keys) {
    await village.as("Shawn").moderation.pin({ post: key });
    await village.as("Kofi").posts.pin({ key });
  }
}

async function takeFromSight(village: Village, postOf: Map<string, string>, commentOf: Map<string, string>) {
  const post = (name: string) => postOf.get(name) ?? "";
  const comment = (name: string) => commentOf.get(name) ?? "";
  const shawn = village.as("Shawn").moderation;
  const why = { rule: "kind", reason: "To see who still finds it." };
  await shawn.hide({ thing: { post: post("hiddenpost") }, ...why });
  await shawn.hide({ thing: { comment: comment("hiddencomment") }, ...why });
  await shawn.hide({ thing: { comment: comment("withheldwords") }, ...why });
  await shawn.unhide({ thing: { comment: comment("withheldwords") } });
  await shawn.hide({ thing: { comment: comment("earlierinhidden") }, ...why });
  await village.as("Kofi").comments.delete({ key: comment("earlierindeleted") });
  await village.as("Kofi").posts.delete({ key: post("deletedpost") });
  await village.as("Kofi").comments.delete({ key: comment("deletedcomment") });
  const audiences = { memberspost: "members", connectionspost: "connections", mypost: "me" } as const;
  for (const [name, audience] of Object.entries(audiences))
    await village.db
      .update(posts)
      .set({ audience })
      .where(eq(posts.key, post(name)));
  for (const state of ["held", "trash"] as const) {
    const name = state === "held" ? "heldcomment" : "trashedcomment";
    await village.db
      .update(comments)
      .set({ state })
      .where(eq(comments.key, comment(name)));
  }
  const [kofi, hank, renske] = [village.person("Kofi").id, village.person("Hank").id, village.person("Renske").id];
  const madeAt = new Date();
  await village.db.insert(blocks).values([
    { memberId: kofi, blockedId: hank, madeAt },
    { memberId: renske, blockedId: kofi, madeAt },
  ]);
}

/** The things whose words somebody finds, and by which query. A query that breaks is a finding of its own. */
async function finds(looker: Looker, isAsked: (path: string) => boolean): Promise<Map<string, string[]>> {
  const name = lookers[looker];
  const api = name ? village.as(name) : village.asVisitor();
  const found = new Map<string, string[]>();
  const note = (what: string, path: string) => found.set(what, [...new Set([...(found.get(what) ?? []), path])]);
  for (const [path, ask] of Object.entries(everyQuery).filter(([path]) => isAsked(path))) {
    for (const answer of await Promise.allSettled(ask(api, asked))) {
      if (answer.status === "rejected" && !isRefusal(answer.reason)) note(`broke: ${String(answer.reason)}`, path);
      const text = JSON.stringify(answer.status === "fulfilled" ? answer.value : answer.reason) ?? "";
      for (const name of Object.keys(mayFind)) if (text.includes(canaryOf(name))) note(name, path);
    }
  }
  return found;
}

const isRefusal = (error: unknown) => error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR";
/** Atom feeds give everybody what a visitor may read: who is blocked could read as much by signing out. */
const isFeed = (path: string) => path === "posts.latest" || path === "comments.latest";
const isOfModerators = (path: string) => path.startsWith("moderation.") && path !== "moderation.toReport";

describe("the words of a hidden, private, deleted or blocked thing", () => {
  test("are looked for by every query there is", () => {
    const queries = describeApi().flatMap(({ path, kind }) => (kind === "query" ? [path] : []));
    expect(queries.length).toBeGreaterThan(50);
    expect(Object.keys(everyQuery).sort()).toEqual(queries.sort());
  });

  test.for(Object.keys(lookers) as Looker[])(
    "are found by the %s where they may be, and nowhere else",
    async (looker) => {
      const found = await finds(looker, (path) => !isOfModerators(path) && !isFeed(path));
      const expected = Object.keys(mayFind).filter((name) => mayFind[name]?.includes(looker));
      expect({ [looker]: [...found.keys()].sort(), by: only(found, expected) }).toEqual({
        [looker]: expected.sort(),
        by: {},
      });
    },
  );

  test.for(Object.keys(lookers) as Looker[])(
    "reach the %s through a feed when a visitor may read them",
    async (looker) => {
      expect([...(await finds(looker, isFeed)).keys()].sort()).toEqual(["publiccomment", "publicpost"]);
    },
  );

  test("stand in the queue for a moderator who was called, though they could read them nowhere else", async () => {
    const found = await finds("moderator", isOfModerators);
    // What a post or a comment said before is compared on its own page, and is no case for the queue.
    const isCase = (name: string) => !/^(earlier|withheld)|version$/.test(name);
    const readable = Object.keys(mayFind).filter((name) => isCase(name) && mayFind[name]?.includes("moderator"));
    const expected = [...readable, ...onlyInTheQueue, "trashedcomment"].sort();
    expect([...found.keys()].sort()).toEqual(expected);
  });

  test.for(Object.keys(lookers).filter((it) => it !== "moderator") as Looker[])(
    "are not in the queue for the %s",
    async (looker) => {
      expect([...(await finds(looker, isOfModerators)).keys()]).toEqual([]);
    },
  );

  test("are in no fact that was told, and in no mail", async () => {
    const told = JSON.stringify([await village.db.select().from(events), await village.db.select().from(mails)]);
    expect(told).not.toContain("canary");
  });
});

/** Those findings that should not be, with the queries that gave them: what to mend. */
const only = (found: Map<string, string[]>, expected: string[]) =>
  Object.fromEntries([...found].filter(([name]) => !expected.includes(name)));
