import type { Caller } from "../api/root";

/** What the questions below are asked about: keys, ids and handles, none of which holds anybody's words. */
export type Asked = {
  postKeys: string[];
  postIds: string[];
  commentKeys: string[];
  handles: string[];
  tag: string;
  paths: string[];
};

type Question = (api: Caller, asked: Asked) => Promise<unknown>[];

const people = (it: Asked) => it.handles.map((handle) => ({ handle }));
const things = (it: Asked) => [
  ...it.postKeys.map((post) => ({ thing: { post } })),
  ...it.commentKeys.map((comment) => ({ thing: { comment } })),
];
const limit = 100;
const inHundreds = (keys: string[]) =>
  Array.from({ length: Math.ceil(keys.length / 100) }, (_, nth) => keys.slice(nth * 100, nth * 100 + 100));

/** The article elsewhere that everything below answers or links. */
export const linkedArticle = "https://elsewhere.example/an-article";

/**
 * Every query the api has, asked about everything there is. A query that is missing here fails the test of what leaks
 * (server/domain/moderation/leaks.test.ts): add a line that asks it about all it could possibly tell.
 */
export const everyQuery: Record<string, Question> = {
  "articles.answers": (api) => [api.articles.answers({ url: linkedArticle, limit })],
  "articles.ofPost": (api, it) => it.postKeys.map((key) => api.articles.ofPost({ key })),

  "comments.address": (api, it) => it.commentKeys.map((key) => api.comments.address({ key })),
  "comments.all": (api) => [api.comments.all({ limit })],
  "comments.arrived": (api, it) => it.postKeys.map((postKey) => api.comments.arrived({ postKey, since: 0 })),
  "comments.counts": (api, it) => [api.comments.counts({ postIds: it.postIds })],
  "comments.firstFresh": (api, it) => it.postKeys.map((postKey) => api.comments.firstFresh({ postKey })),
  "comments.history": (api, it) => it.commentKeys.map((key) => api.comments.history({ key, limit })),
  "comments.inContext": (api, it) => it.commentKeys.map((key) => api.comments.inContext({ key })),
  "comments.latest": (api, it) => [
    api.comments.latest({ limit }),
    ...it.postKeys.map((postKey) => api.comments.latest({ limit, postKey })),
  ],
  "comments.mentions": (api, it) => it.postKeys.map((postKey) => api.comments.mentions({ postKey, limit })),
  "comments.ofMember": (api, it) => people(it).map((who) => api.comments.ofMember({ ...who, limit })),
  "comments.pinned": (api, it) => it.postKeys.map((postKey) => api.comments.pinned({ postKey })),
  "comments.recent": (api) => [api.comments.recent()],
  "comments.some": (api, it) =>
    it.postKeys.flatMap((postKey) => inHundreds(it.commentKeys).map((keys) => api.comments.some({ postKey, keys }))),
  "comments.thread": (api, it) =>
    it.postKeys.flatMap((postKey) => [
      api.comments.thread({ postKey }),
      api.comments.thread({ postKey, order: "newest" }),
      api.comments.thread({ postKey, order: "discussed" }),
      api.comments.thread({ postKey, order: "unread" }),
    ]),
  "comments.toContinue": (api, it) => it.commentKeys.map((key) => api.comments.toContinue({ key })),
  "comments.toDelete": (api, it) => it.commentKeys.map((key) => api.comments.toDelete({ key })),
  "comments.toEdit": (api, it) => it.commentKeys.map((key) => api.comments.toEdit({ key })),
  "comments.toPin": (api, it) => it.commentKeys.map((key) => api.comments.toPin({ key })),

  "comments.whoToMention": (api, it) => [
    api.comments.whoToMention({}),
    ...it.postKeys.map((postKey) => api.comments.whoToMention({ postKey })),
  ],

  "connections.beforeAsking": (api, it) => people(it).map((who) => api.connections.beforeAsking(who)),
  "connections.blocked": (api) => [api.connections.blocked({ limit })],
  "connections.counts": (api) => [api.connections.counts()],
  "connections.declined": (api) => [api.connections.declined({ limit })],
  "connections.limits": (api) => [api.connections.limits()],
  "connections.muted": (api) => [api.connections.muted({ limit })],
  "connections.mutual": (api, it) => people(it).map((person) => api.connections.mutual({ person, limit })),
  "connections.network": (api) => [api.connections.network({ limit })],
  "connections.received": (api) => [api.connections.received({ limit })],
  "connections.sent": (api) => [api.connections.sent({ limit })],
  "connections.standing": (api, it) => people(it).map((who) => api.connections.standing(who)),

  "drafts.at": (api, it) => [
    ...it.postKeys.flatMap((key) => [api.drafts.at({ place: key }), api.drafts.at({ place: `post/${key}` })]),
    ...it.commentKeys.map((key) => api.drafts.at({ place: `edit/${key}` })),
  ],
  "drafts.begun": (api) => [api.drafts.begun()],
  "drafts.list": (api) => [api.drafts.list({ limit })],
  "drafts.under": (api, it) => it.postKeys.map((postKey) => api.drafts.under({ postKey })),
  "drafts.one": (api) => [api.drafts.one({ id: "01900000-0000-7000-8000-000000000000" })],

  "feed.declined": (api) => [api.feed.declined({ limit })],
  "feed.items": (api) => [api.feed.items({ limit })],
  "feed.waiting": (api) => [api.feed.waiting({ limit })],

  "guests.claimable": (api) => [api.guests.claimable()],
  "guests.letter": (api) => [api.guests.letter({ token: "x".repeat(43) })],

  "identities.mailedLink": (api) => [api.identities.mailedLink({ token: "x".repeat(43) })],
  "identities.mails": (api) => [api.identities.mails({ limit })],
  "identities.myWaysIn": (api) => [api.identities.myWaysIn()],
  "identities.ownerLink": (api) => [api.identities.ownerLink({ token: "x".repeat(43) })],
  "identities.proofLink": (api) => [api.identities.proofLink({ token: "x".repeat(43) })],
  "identities.sessions": (api) => [api.identities.sessions()],
  "identities.village": (api) => [api.identities.village()],
  "identities.waysIn": (api) => [api.identities.waysIn()],

  "imports.list": (api) => [api.imports.list({ limit })],
  "imports.newAddress": (api, it) => it.paths.map((path) => api.imports.newAddress({ path })),

  "members.byHandle": (api, it) => people(it).map((who) => api.members.byHandle(who)),
  "members.me": (api) => [api.members.me()],

  "moderation.counts": (api) => [api.moderation.counts()],
  "moderation.held": (api) => [api.moderation.held({ limit })],
  "moderation.log": (api) => [api.moderation.log({ limit })],
  "moderation.people": (api) => [api.moderation.people({ limit })],
  "moderation.person": (api, it) => people(it).map((who) => api.moderation.person(who)),
  "moderation.queue": (api) => [api.moderation.queue({ limit })],
  "moderation.rules": (api) => [api.moderation.rules()],
  "moderation.tagChanges": (api) => [api.moderation.tagChanges()],
  "moderation.toJudge": (api, it) => things(it).map((thing) => api.moderation.toJudge(thing)),
  "moderation.toReport": (api, it) => things(it).map((thing) => api.moderation.toReport(thing)),

  "notifications.list": (api) => [api.notifications.list({ limit })],

  "pictures.mine": (api) => [api.pictures.mine({ limit })],
  "pictures.room": (api) => [api.pictures.room()],

  "posts.byKey": (api, it) => it.postKeys.map((key) => api.posts.byKey({ key })),
  "posts.byLegacyPath": (api, it) => it.paths.map((path) => api.posts.byLegacyPath({ path })),
  "posts.drafts": (api) => [api.posts.drafts({ limit })],
  "posts.front": (api) => [api.posts.front({ limit })],
  "posts.latest": (api, it) => [
    api.posts.latest({ limit }),
    api.posts.latest({ limit, tag: it.tag }),
    ...it.handles.map((handle) => api.posts.latest({ limit, handle })),
  ],
  "posts.ofMember": (api, it) => people(it).map((who) => api.posts.ofMember({ ...who, limit })),
  "posts.planned": (api) => [api.posts.planned({ limit })],
  "posts.room": (api) => [api.posts.room()],
  "posts.tagged": (api, it) => [api.posts.tagged({ slug: it.tag, limit })],
  "posts.tags": (api) => [api.posts.tags()],
  "posts.toDelete": (api, it) => it.postKeys.map((key) => api.posts.toDelete({ key })),
  "posts.toPlan": (api, it) => it.postKeys.map((key) => api.posts.toPlan({ key })),
  "posts.toEdit": (api, it) => it.postKeys.map((key) => api.posts.toEdit({ key })),
  "posts.version": (api, it) => it.postKeys.flatMap((key) => [1, 2, 3].map((nth) => api.posts.version({ key, nth }))),
  "posts.versions": (api, it) => it.postKeys.map((key) => api.posts.versions({ key, limit })),

  "reactions.ofComments": (api, it) => [api.reactions.ofComments({ keys: it.commentKeys })],
  "reactions.ofPost": (api, it) => it.postKeys.map((key) => api.reactions.ofPost({ key })),
  "reactions.toReact": (api, it) => things(it).map((thing) => api.reactions.toReact(thing)),
  "reactions.who": (api, it) => things(it).map((thing) => api.reactions.who({ ...thing, limit })),

  "search.words": (api, it) => [
    ...["canary*", "canari", '"for bert"', "canary* OR about", "in:network canary*", "from:me canary*"].flatMap((q) => [
      api.search.words({ q, limit: 50 }),
      api.search.words({ q, limit: 50, order: "newest" }),
    ]),
    ...people(it).map(({ handle }) => api.search.words({ q: "", from: handle, limit: 50 })),
    api.search.words({ q: "", tag: it.tag, limit: 50 }),
  ],

  "settings.list": (api) => [api.settings.list()],
  "settings.site": (api) => [api.settings.site()],
  "subscriptions.letter": (api) => [api.subscriptions.letter({ token: "x".repeat(64) })],
  "subscriptions.list": (api) => [api.subscriptions.list({ limit })],
  "subscriptions.of": (api, it) => it.postKeys.map((postKey) => api.subscriptions.of({ postKey })),
  "subscriptions.wishes": (api) => [api.subscriptions.wishes()],
  "syndication.comments": (api) => [api.syndication.comments({ token: "x".repeat(43) })],
  "syndication.hub": (api) => [api.syndication.hub()],
  "syndication.mine": (api) => [api.syndication.mine()],
  "syndication.sitemap": (api) =>
    (["posts", "members", "tags"] as const).map((kind) => api.syndication.sitemap({ kind, part: 1 })),
  "syndication.sitemaps": (api) => [api.syndication.sitemaps()],
  "syndication.posts": (api) => [api.syndication.posts({ token: "x".repeat(43) })],
  "door.cameToYou": (api) => [api.door.cameToYou()],
  "sites.banned": (api) => [api.sites.banned()],
  "sites.card": (api, it) => people(it).map((who) => api.sites.card(who)),
  "sites.guestToChoose": (api) => [api.sites.guestToChoose({ token: "x".repeat(43) })],
  "sites.lines": (api, it) => [api.sites.lines({ keys: it.commentKeys })],
  "sites.mine": (api) => [api.sites.mine()],
  "sites.toChange": (api, it) => it.commentKeys.map((key) => api.sites.toChange({ key })),
  "sites.verified": (api, it) => people(it).map((who) => api.sites.verified(who)),
  "sites.toChoose": (api, it) => it.postKeys.map((postKey) => api.sites.toChoose({ postKey })),

  "shell.around": (api) => [api.shell.around()],
};
