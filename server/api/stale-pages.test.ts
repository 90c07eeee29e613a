import { beforeAll, describe, expect } from "vitest";
import { collecting } from "#/server/platform/stale";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { test, type Village } from "#/server/testing/village";
import { tagsOf } from "../domain/events";
import { type Caller, createCaller } from "./root";

beforeAll(bundleTextWorker);

type Here = { post: string; comment: string; linked: string };

/** What each page that is kept for guests is made from. Every one of them stands in the frame. */
type Question = (api: Caller, here: Here) => Promise<unknown>;
const recent: Question = (api) => api.comments.recent();
const site: Question = (api) => api.settings.site();
const post: Question = (api, { post }) => api.posts.byKey({ key: post });
/** Posts as a feed carries them: with how much was said under each. */
const feed = async (api: Caller, asked: { handle?: string; tag?: string }) => {
  const posts = await api.posts.latest({ limit, ...asked });
  return [posts, await api.comments.counts({ postIds: posts.map(({ id }) => id) }), await api.settings.site()];
};
const limit = 100;
const handle = "susan";
const article = "https://elsewhere.example/on-chairs";

const pages: Record<string, Question[]> = {
  front: [(api) => api.posts.front({ limit }), recent],
  post: [
    post,
    (api, { post }) => api.comments.thread({ postKey: post }),
    (api, { comment }) => api.sites.lines({ keys: [comment] }),
    (api, { post }) => api.articles.ofPost({ key: post }),
    recent,
  ],
  comment: [post, (api, { comment }) => api.comments.inContext({ key: comment }), recent],
  "comment's history": [(api, { comment }) => api.comments.history({ key: comment, limit }), recent],
  author: [
    (api) => api.members.byHandle({ handle }),
    (api) => api.connections.standing({ handle }),
    (api) => api.posts.ofMember({ handle, limit }),
  ],
  tag: [(api) => api.posts.tagged({ slug: "chairs", limit }), recent],
  "all tags": [(api) => api.posts.tags(), recent],
  "post's versions": [post, (api, { post }) => api.posts.versions({ key: post, limit }), recent],
  "recent comments": [recent],
  answers: [(api) => api.articles.answers({ url: article, limit })],
  comments: [(api) => api.comments.all({ limit })],
  "posts.atom": [(api) => feed(api, {})],
  "comments.atom": [(api) => api.comments.latest({ limit }), site],
  "author's posts.atom": [(api) => api.members.byHandle({ handle }), (api) => feed(api, { handle })],
  "tag's posts.atom": [(api) => api.posts.tagged({ slug: "chairs", limit: 1 }), (api) => feed(api, { tag: "chairs" })],
  "post's comments.atom": [post, (api, { post }) => api.comments.latest({ limit, postKey: post }), site],
  sitemaps: [
    (api) => api.syndication.sitemaps(),
    (api) => api.syndication.sitemap({ kind: "posts", part: 1 }),
    (api) => api.syndication.sitemap({ kind: "members", part: 1 }),
    (api) => api.syndication.sitemap({ kind: "tags", part: 1 }),
  ],
  about: [(api) => api.moderation.rules(), site],
  card: [site],
  "post's card": [post, site],
};

/** What somebody does, one after another; and pages that it must change, lest a page reads nothing at all. */
const deeds: [
  what: string,
  changed: string[],
  (as: (name: "Susan" | "Justin" | "Shawn" | "Candy") => Caller, here: Here & { susan: string }) => Promise<unknown>,
][] = [
  [
    "a comment is changed",
    ["post", "comment", "comments", "answers"],
    (as, { comment }) => as("Justin").comments.edit({ key: comment, source: "Two" }),
  ],
  [
    "the line under a comment is taken away",
    ["post"],
    (as, { comment }) => as("Justin").sites.remove({ key: comment }),
  ],
  ["the line is given back", ["post"], (as, { comment }) => as("Justin").sites.restore({ key: comment })],
  [
    "the post in a line has another title",
    ["post"],
    (as, { linked }) => as("Justin").posts.edit({ key: linked, title: "Ladders", source: "Up.", tags: [] }),
  ],
  [
    "a comment is hidden",
    [
      "post",
      "comment",
      "comment's history",
      "recent comments",
      "front",
      "comments",
      "comments.atom",
      "post's comments.atom",
      "posts.atom",
      "tag's posts.atom",
    ],
    (as, { comment }) => as("Shawn").moderation.hide({ thing: { comment }, rule: "kind", reason: "x" }),
  ],
  [
    "a comment is shown again",
    ["post", "comments.atom"],
    (as, { comment }) => as("Shawn").moderation.unhide({ thing: { comment } }),
  ],
  [
    "a comment is deleted",
    ["post", "comments.atom"],
    (as, { comment }) => as("Justin").comments.delete({ key: comment }),
  ],
  [
    "a comment is brought back",
    ["post", "comments.atom"],
    (as, { comment }) => as("Justin").comments.undoDelete({ key: comment }),
  ],
  [
    "a post is hidden",
    ["answers", "front", "post", "post's card", "author", "tag", "comments", "posts.atom", "author's posts.atom"],
    (as, { post }) => as("Shawn").moderation.hide({ thing: { post }, rule: "kind", reason: "x" }),
  ],
  [
    "a post is shown again",
    ["front", "post", "author", "tag"],
    (as, { post }) => as("Shawn").moderation.unhide({ thing: { post } }),
  ],
  [
    "a post is for members",
    ["answers", "front", "post", "post's card", "author", "tag", "comments", "posts.atom", "comments.atom"],
    (as, { post }) =>
      as("Susan").posts.edit({ key: post, title: "Chairs", source: "Sit.", tags: ["chairs"], audience: "members" }),
  ],
  [
    "a post is for everybody",
    ["front", "post", "author", "tag"],
    (as, { post }) =>
      as("Susan").posts.edit({ key: post, title: "Stools", source: "Sit.", tags: ["chairs"], audience: "everyone" }),
  ],
  ["a post is pinned to the front page", ["front"], (as, { post }) => as("Shawn").moderation.pin({ post })],
  ["it is unpinned", ["front"], (as, { post }) => as("Shawn").moderation.unpin({ post })],
  ["a post is pinned to its author's page", ["author"], (as, { post }) => as("Susan").posts.pin({ key: post })],
  ["it is unpinned there", ["author"], (as, { post }) => as("Susan").posts.unpin({ key: post })],
  [
    "a post has another title",
    ["front", "post", "post's card", "posts.atom"],
    (as, { post }) => as("Susan").posts.edit({ key: post, title: "Benches", source: "Sit.", tags: ["chairs"] }),
  ],
  [
    "a post has another tag",
    ["tag", "all tags", "post's versions", "tag's posts.atom", "posts.atom"],
    (as, { post }) => as("Susan").posts.edit({ key: post, title: "Stools", source: "Sit.", tags: ["stools"] }),
  ],
  [
    "a post is deleted",
    ["front", "post", "post's card", "author", "posts.atom", "sitemaps"],
    (as, { post }) => as("Susan").posts.delete({ key: post }),
  ],
  [
    "a post is brought back",
    ["front", "post", "author", "posts.atom"],
    (as, { post }) => as("Susan").posts.undoDelete({ key: post }),
  ],
  [
    "a member changes their name",
    ["answers", "front", "post", "post's card", "author", "posts.atom"],
    (as) => as("Susan").members.changeProfile({ name: "Sue", bio: "", site: "" }),
  ],
  [
    "a member is suspended",
    ["author"],
    (as, { susan }) => as("Shawn").members.suspend({ memberId: susan, reason: "x" }),
  ],
  ["a member is let in again", ["author"], (as, { susan }) => as("Shawn").members.restore({ memberId: susan })],
  [
    "a member tends",
    ["author"],
    (as, { susan }) => as("Candy").members.changeRole({ memberId: susan, role: "moderator" }),
  ],
  [
    "a member takes another handle",
    ["front", "post", "author"],
    (as) => as("Susan").members.changeHandle({ handle: "susanna" }),
  ],
  [
    "the site has another name",
    ["front", "post", "comments", "about", "posts.atom", "card", "post's card"],
    (as) => as("Candy").settings.set({ key: "site.title", value: "Porch" }),
  ],
];

/** Each page as a guest is sent it now, the tags it is kept by, and whether it is kept: what does not exist is not. */
async function printed({ asVisitor }: Village, here: Here) {
  const all = new Map<string, { tags: Set<string>; words: string; kept: boolean }>();
  for (const [name, made] of Object.entries(pages)) {
    const tags = new Set<string>();
    const work = async () => {
      const answers: unknown[] = [];
      for (const ask of [(api: Caller) => api.shell.around(), ...made]) answers.push(await ask(asVisitor(), here));
      return answers;
    };
    const answers = await collecting(tags, work).catch(() => null);
    all.set(name, { tags, words: JSON.stringify(answers), kept: answers !== null });
  }
  return all;
}

describe("a page that is kept for guests", () => {
  test("is dropped by everything that changes it", async ({ village }) => {
    const { key: post } = await village
      .as("Susan")
      .posts.write({ title: "Chairs", source: "Sit.", tags: ["chairs"], publish: true, about: article });
    const { key: linked } = await village
      .as("Justin")
      .posts.write({ title: "Steps", source: "Up.", tags: [], publish: true });
    const { key: comment } = await village
      .as("Justin")
      .comments.write({ postKey: post, source: `One ${article}`, latest: `post:${linked}` });
    const here = { post, comment, linked, susan: village.person("Susan").id };
    for (const [what, changed, work] of deeds) {
      village.later(1000);
      const before = await printed(village, here);
      const contexts = new Map<string, ReturnType<Village["context"]>>();
      await work((name) => {
        const ctx = village.context(name);
        contexts.set(name, ctx);
        return createCaller(ctx);
      }, here);
      const raised = new Set([...contexts.values()].flatMap(({ told }) => told.flatMap(tagsOf)));
      const after = await printed(village, here);
      const differs = Object.keys(pages).filter((name) => before.get(name)?.words !== after.get(name)?.words);
      expect(differs, what).toEqual(expect.arrayContaining(changed));
      const stale = differs.filter((name) => {
        const page = before.get(name);
        return page?.kept && ![...page.tags].some((tag) => raised.has(tag));
      });
      expect(stale, `${what}: kept although they changed`).toEqual([]);
    }
  }, 120_000);
});
