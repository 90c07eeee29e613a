import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { type Post, posts, type Revision } from "#/db/schema/posts";
import { notBlocked } from "../connections/policy";
import { no, policy, tends, type Viewer, yes } from "../policy";
import { connectedWith, type Nearness } from "./nearness";

/** A post, with what a rule must know of it. */
export type PostFacts = Pick<Post, "authorId" | "audience" | "comments" | "publishedAt" | "hiddenAt" | "deletedAt"> &
  Partial<Pick<Post, "commentsClosedAt" | "kind">> &
  Nearness & {
    /** The days in which its deletion could be undone are over. */
    undoOver?: boolean;
  };

const wrote = (viewer: Viewer, post: PostFacts): boolean => viewer?.id === post.authorId;

function isAddressedTo(viewer: Viewer, post: PostFacts): boolean {
  switch (post.audience) {
    case "everyone":
      return true;
    case "members":
      return viewer !== null;
    case "connections":
      return post.connected;
    case "me":
      return false;
  }
}

function mayRead(viewer: Viewer, post: PostFacts): boolean {
  if (post.deletedAt) return false;
  if (wrote(viewer, post)) return true;
  if (!post.publishedAt || post.blocked || !isAddressedTo(viewer, post)) return false;
  return !post.hiddenAt || tends(viewer);
}

/** Closed by its author, or by itself after the days it had. */
const isClosed = ({ comments, commentsClosedAt }: PostFacts): boolean =>
  comments === "closed" || Boolean(commentsClosedAt);

const isForMany = ({ audience }: PostFacts): boolean => audience === "everyone" || audience === "members";

function isPinnable({ kind, publishedAt, hiddenAt }: PostFacts) {
  if (!publishedAt) return no("not-published");
  if (kind === "page") return no("pages-stand-apart");
  return hiddenAt ? no("pin-hidden") : yes;
}

export const { can, permissions } = policy<PostFacts>()({
  read: (viewer, post) => (mayRead(viewer, post) ? yes : no("no-such-post")),

  edit: (viewer, post) => {
    if (!mayRead(viewer, post)) return no("no-such-post");
    return wrote(viewer, post) ? yes : no("not-your-post");
  },

  /** To say when a draft is published by itself. */
  plan: (viewer, post) => {
    if (!mayRead(viewer, post)) return no("no-such-post");
    if (!wrote(viewer, post)) return no("not-your-post");
    return post.publishedAt ? no("already-published") : yes;
  },

  delete: (viewer, post) => {
    if (!mayRead(viewer, post)) return no("no-such-post");
    return wrote(viewer, post) ? yes : no("not-your-post");
  },

  undo: (viewer, post) => {
    if (!wrote(viewer, post)) return no("no-such-post");
    if (!post.deletedAt) return no("nothing-to-undo");
    return post.undoOver ? no("undo-is-over") : yes;
  },

  comment: (viewer, post) => {
    if (!mayRead(viewer, post)) return no("no-such-post");
    if (!post.publishedAt) return no("not-published");
    if (post.hiddenAt) return no("post-hidden");
    if (isClosed(post)) return no("comments-closed");
    if (!viewer) return no("members-comment");
    if (post.comments === "connections" && !post.connected && !wrote(viewer, post)) return no("connections-comment");
    return yes;
  },

  /** To put it above the others, on the front page; what few can read would stand there for few. */
  pinToFront: (viewer, post) => {
    if (!tends(viewer) || !mayRead(viewer, post)) return no("no-such-post");
    const pinnable = isPinnable(post);
    if (!pinnable.ok) return pinnable;
    return isForMany(post) ? yes : no("pin-for-few");
  },

  /** The same on its author's own page. */
  pinToOwn: (viewer, post) => {
    if (!mayRead(viewer, post)) return no("no-such-post");
    return wrote(viewer, post) ? isPinnable(post) : no("not-your-post");
  },

  /** To call a moderator, and to be one. */
  report: (viewer, post) => (viewer && mayRead(viewer, post) && !wrote(viewer, post) ? yes : no("no-such-post")),
  hide: (viewer, post) => (tends(viewer) && mayRead(viewer, post) ? yes : no("no-such-post")),
});

/** A version of a post, with what decides who may read it. */
export type VersionFacts = Pick<Revision, "audience" | "hiddenAt" | "withheldAt">;

/**
 * Who may read a version of a post: whoever may read the post now, and could have read it then. Its author may keep it
 * from all but the moderators, and what a moderator took from sight stays out of it.
 */
export function canOfVersion(viewer: Viewer, post: PostFacts, version: VersionFacts) {
  if (!mayRead(viewer, post)) return no("no-such-post");
  if (wrote(viewer, post)) return yes;
  if (!isAddressedTo(viewer, { ...post, audience: version.audience })) return no("version-for-fewer");
  if (version.withheldAt && !tends(viewer)) return no("version-withheld");
  return version.hiddenAt && !tends(viewer) ? no("version-kept-back") : yes;
}

/** Whether this viewer may comment, and whether a visitor could if they signed in. */
export const whoMayAnswer = (viewer: Viewer, post: PostFacts) => ({
  comment: can(viewer, "comment", post).ok,
  commentOnceSignedIn: !viewer && mayRead(viewer, post) && !post.hiddenAt && isOpenToMembers(post),
});

const isOpenToMembers = (post: PostFacts) =>
  post.publishedAt !== null && !isClosed(post) && (post.comments === "open" || post.comments === "members");

/** `read`, said in SQL: every query that shows something of a post goes through it. A test holds the two together. */
export function visibleTo(viewer: Viewer): SQL {
  const addressed = or(
    eq(posts.audience, "everyone"),
    viewer ? eq(posts.audience, "members") : undefined,
    viewer ? and(eq(posts.audience, "connections"), connectedWith(viewer, posts.authorId)) : undefined,
  );
  const others = and(
    isNotNull(posts.publishedAt),
    tends(viewer) ? undefined : isNull(posts.hiddenAt),
    addressed,
    notBlocked(viewer, posts.authorId),
  );
  const own = viewer ? eq(posts.authorId, viewer.id) : undefined;
  return and(isNull(posts.deletedAt), or(own, others)) ?? sql`false`;
}

/** Whether a pin holds its post above the others, for whoever may read it: what has been hidden or narrowed falls back. */
export const standsPinned = (place: "front" | "author"): SQL =>
  and(
    eq(posts.kind, "post"),
    isNull(posts.hiddenAt),
    isNull(posts.deletedAt),
    place === "front" ? inArray(posts.audience, ["everyone", "members"]) : undefined,
  ) ?? sql`true`;

/** What anybody at all may read, wherever it is shown: Atom feeds and search engines. */
export const isPublic: SQL = visibleTo(null);
