import { comments } from "./routers/comments";
import { articles } from "./routers/articles";
import { connections } from "./routers/connections";
import { drafts } from "./routers/drafts";
import { door } from "./routers/door";
import { feed } from "./routers/feed";
import { guests } from "./routers/guests";
import { identities } from "./routers/identities";
import { imports } from "./routers/imports";
import { members } from "./routers/members";
import { moderation } from "./routers/moderation";
import { notifications } from "./routers/notifications";
import { pictures } from "./routers/pictures";
import { posts } from "./routers/posts";
import { reactions } from "./routers/reactions";
import { search } from "./routers/search";
import { settings } from "./routers/settings";
import { subscriptions } from "./routers/subscriptions";
import { syndication } from "./routers/syndication";
import { shell } from "./routers/shell";
import { sites } from "./routers/sites";
import { visits } from "./routers/visits";
import { createCallerFactory, router } from "./trpc";

/** The one door: every page, form, browser and tool comes in here. */
export const root = router({
  settings,
  members,
  identities,
  connections,
  posts,
  pictures,
  articles,
  visits,
  comments,
  drafts,
  sites,
  guests,
  door,
  reactions,
  moderation,
  notifications,
  shell,
  search,
  feed,
  syndication,
  subscriptions,
  imports,
});

export const createCaller = createCallerFactory(root);
export type Api = typeof root;
export type Caller = ReturnType<typeof createCaller>;
