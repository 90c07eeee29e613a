import { type AnyColumn, and, eq, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Comment, comments } from "#/db/schema/comments";
import { notBlocked } from "../connections/policy";
import { no, policy, tends, type Viewer, yes } from "../policy";
import { can as canPost, type PostFacts, visibleTo as postVisibleTo } from "../posts/policy";
import type { Settings } from "../settings/schema";
import type { Closed } from "./windows";

/** A comment, with what a rule must know of it and of the post it stands under. */
export type CommentFacts = Pick<Comment, "authorId" | "state" | "hiddenAt" | "deletedAt"> & {
  /** A comment where nothing else is said. */
  kind?: Comment["kind"];
  format?: Comment["format"];
  post: PostFacts;
  /** The viewer or who wrote it has blocked the other. */
  blocked: boolean;
} & Partial<Closed>;

const wrote = (viewer: Viewer, comment: CommentFacts): boolean => viewer !== null && viewer.id === comment.authorId;

function mayRead(viewer: Viewer, comment: CommentFacts): boolean {
  if (!canPost(viewer, "read", comment.post).ok || comment.deletedAt) return false;
  if (wrote(viewer, comment)) return comment.state === "shown" || comment.state === "held";
  if (comment.state !== "shown" || comment.blocked) return false;
  return !comment.hiddenAt || tends(viewer);
}

const own = (viewer: Viewer, comment: CommentFacts) => {
  if (!mayRead(viewer, comment)) return no("no-such-comment");
  return wrote(viewer, comment) ? yes : no("not-your-comment");
};

const tendsThread = (viewer: Viewer, comment: CommentFacts) => {
  if (!mayRead(viewer, comment)) return no("no-such-comment");
  const isTheirs = viewer !== null && viewer.id === comment.post.authorId;
  return isTheirs || tends(viewer) ? yes : no("not-your-thread");
};

export const { can, permissions } = policy<CommentFacts>()({
  read: (viewer, comment) => (mayRead(viewer, comment) ? yes : no("no-such-comment")),
  edit: (viewer, comment) => {
    const mine = own(viewer, comment);
    return mine.ok && comment.editOver && !tends(viewer) ? no("edit-is-over") : mine;
  },
  delete: own,

  /** To put it at the top of its thread, and to take it from there. */
  pin: (viewer, comment) => {
    const mine = tendsThread(viewer, comment);
    if (!mine.ok) return mine;
    const stands = comment.state === "shown" && !comment.hiddenAt && (comment.kind ?? "comment") === "comment";
    return stands ? yes : no("comment-cannot-be-pinned");
  },
  unpin: (viewer, comment) => tendsThread(viewer, comment),

  /** To change what its author cannot change any more, in everybody's sight. */
  amend: (viewer, comment) => {
    if (!tends(viewer) || !mayRead(viewer, comment) || wrote(viewer, comment)) return no("no-such-comment");
    if (comment.state !== "shown") return no("no-such-comment");
    return comment.editOver ? yes : no("author-can-edit");
  },

  /** To say more, as another part of the same comment. */
  continue: (viewer, comment) => {
    const mine = own(viewer, comment);
    if (!mine.ok) return mine;
    if (comment.hiddenAt || comment.format === "html") return no("comment-cannot-be-continued");
    if (comment.partsFull) return no("too-many-parts");
    return comment.continueOver ? no("continuing-is-over") : canPost(viewer, "comment", comment.post);
  },

  undo: (viewer, comment) => {
    if (!wrote(viewer, comment) || !canPost(viewer, "read", comment.post).ok) return no("no-such-comment");
    if (!comment.deletedAt) return no("nothing-to-undo");
    return comment.undoOver ? no("undo-is-over") : yes;
  },

  reply: (viewer, comment) => {
    if (!mayRead(viewer, comment)) return no("no-such-comment");
    // A page elsewhere that mentions the post is nobody who could read an answer here.
    const isMention = comment.kind !== undefined && comment.kind !== "comment";
    if (isMention || comment.hiddenAt || comment.state !== "shown") return no("comment-cannot-be-answered");
    return canPost(viewer, "comment", comment.post);
  },

  /** To call a moderator, and to be one. */
  report: (viewer, comment) =>
    viewer && mayRead(viewer, comment) && !wrote(viewer, comment) ? yes : no("no-such-comment"),
  hide: (viewer, comment) => (tends(viewer) && mayRead(viewer, comment) ? yes : no("no-such-comment")),
});

/** Whether somebody deleted this themselves and may see where it stood: the post's title and address are told with it. */
export const deletedByThem = (viewer: Viewer, comment: CommentFacts): boolean =>
  wrote(viewer, comment) && comment.deletedAt !== null && canPost(viewer, "read", comment.post).ok;

/** The columns a condition on a comment asks for: those of the table, or of an alias of it. */
export type Columns = Record<"id" | "rootId" | "path" | "authorId" | "state" | "hiddenAt" | "deletedAt", AnyColumn>;

const shown = (viewer: Viewer, c: Columns) =>
  viewer ? or(eq(c.state, "shown"), and(eq(c.authorId, viewer.id), eq(c.state, "held"))) : eq(c.state, "shown");

/** `read` without the post: for queries that have already asked whether the post may be read. */
export function wordsVisibleTo(viewer: Viewer, c: Columns = comments): SQL {
  const own = viewer ? eq(c.authorId, viewer.id) : undefined;
  const visible = tends(viewer) ? undefined : or(isNull(c.hiddenAt), own);
  return and(isNull(c.deletedAt), shown(viewer, c), visible, notBlocked(viewer, c.authorId)) ?? sql`false`;
}

/**
 * `read`, said in SQL over comments joined with their posts: every query that shows something of a comment goes
 * through it. A test holds the two together.
 */
export const visibleTo = (viewer: Viewer): SQL => and(postVisibleTo(viewer), wordsVisibleTo(viewer)) ?? sql`false`;

/** That a comment's place is seen even when its words are gone: deleted and hidden ones keep it, others do not. */
const keepsPlace = (viewer: Viewer, c: Columns): SQL =>
  and(shown(viewer, c), notBlocked(viewer, c.authorId)) ?? sql`false`;

/** A pingback or a trackback: a page elsewhere that mentions the post. What somebody answered here stays a comment. */
export const isMention: SQL = sql`(${comments.kind} <> 'comment' and ${comments.repliesGiven} = 0)`;
export const isSaidHere: SQL = not(isMention);

const below = alias(comments, "below");

/** That a comment has a place in the thread this viewer reads: for itself, or for the sake of replies below it. */
export const hasPlaceFor = (viewer: Viewer): SQL =>
  or(
    keepsPlace(viewer, comments),
    sql`exists (select 1 from ${comments} ${sql.identifier("below")} where ${below.rootId} = ${comments.rootId}
      and ${below.path} <> ${comments.path} and starts_with(${below.path}, ${comments.path})
      and ${keepsPlace(viewer, below)})`,
  ) ?? sql`false`;

const reply = alias(comments, "reply");

/** How many replies to a comment this viewer may read, those to it alone. */
export const repliesFor = (viewer: Viewer): SQL<number> =>
  sql<number>`(select count(*)::int from ${comments} ${sql.identifier("reply")}
    where ${reply.parentId} = ${comments.id} and ${wordsVisibleTo(viewer, reply)})`;

/**
 * Whether somebody without a place here may say something under a post: where everybody may read it, and it is open to
 * more than members. Whatever else closes a thread closes it for guests as well.
 */
export function guestMayWrite(post: PostFacts) {
  const answer = canPost(null, "comment", post);
  if (answer.ok || answer.because !== "members-comment") return answer;
  return post.comments === "open" ? yes : no("members-comment");
}

/** How a visitor may write by name and mail address: not at all, at once, or so that a moderator looks at the first. */
export function asGuest(viewer: Viewer, post: PostFacts, set: Pick<Settings, "guests.on" | "guests.hold-first">) {
  if (viewer || !set["guests.on"] || !guestMayWrite(post).ok) return false as const;
  return set["guests.hold-first"] ? ("held" as const) : ("shown" as const);
}
