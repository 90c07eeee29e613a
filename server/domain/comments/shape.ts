import { getTableColumns, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import type { Viewer } from "../policy";
import { blockedFrom } from "../posts/nearness";
import type { PostFacts } from "../posts/policy";
import { can, permissions, repliesFor } from "./policy";
import type { Closed } from "./windows";

const { source: _source, onceKey: _onceKey, excerpt: _excerpt, ...light } = getTableColumns(comments);

/** What a thread fetches of a comment; select from comments with members joined. */
export const fieldsFor = (viewer: Viewer) => ({
  ...light,
  name: members.name,
  handle: members.handle,
  blocked: sql<boolean>`${blockedFrom(viewer, comments.authorId)}`.as("blocked"),
  replies: sql<number>`${repliesFor(viewer)}`.as("replies"),
});

export type Row = Pick<
  typeof comments.$inferSelect,
  | "id"
  | "key"
  | "parentId"
  | "rootId"
  | "depth"
  | "authorId"
  | "guestName"
  | "guestSite"
  | "kind"
  | "state"
  | "html"
  | "writtenAt"
  | "editedAt"
  | "hiddenAt"
  | "hiddenRule"
  | "deletedAt"
  | "erasedAt"
  | "parts"
  | "continuedAt"
  | "pinnedAt"
  | "pinnedById"
> & { name: string | null; handle: string | null; blocked: boolean; replies: number };

/**
 * What stands at a comment's place. `said`: its words. `waiting`: one's own, until a moderator has looked. The others
 * are places without words: `deleted` by its author, `hidden` by a moderator, `apart` where one has blocked the other,
 * `unseen` where it is kept back.
 */
export type Face = "said" | "waiting" | "deleted" | "hidden" | "apart" | "unseen";

function faceOf(row: Row, readable: boolean): Face {
  if (readable) return row.state === "held" ? "waiting" : "said";
  if (row.blocked) return "apart";
  if (row.state !== "shown") return "unseen";
  return row.deletedAt ? "deleted" : "hidden";
}

/** Whoever wrote it: a member, or somebody who wrote it elsewhere. */
export type Writer = { name: string; handle: string | null; site: string | null };

export const writerOf = ({
  name,
  handle,
  guestName,
  guestSite,
}: Pick<Row, "name" | "handle" | "guestName" | "guestSite">): Writer => ({
  name: name ?? guestName ?? "Somebody",
  handle,
  site: handle ? null : guestSite,
});

const pinnerOf = ({ pinnedById }: Row, { authorId }: PostFacts) =>
  pinnedById === authorId ? ("author" as const) : ("moderator" as const);

/** One place of a thread as it travels to the screen. Words and names are in it only for those who may read them. */
export function shaped(viewer: Viewer, post: PostFacts, row: Row, to: string | null, closed: Closed) {
  const facts = { ...row, post, ...closed };
  const readable = can(viewer, "read", facts).ok;
  const mine = viewer !== null && viewer.id === row.authorId;
  return {
    id: row.id,
    key: row.key,
    parentId: row.parentId,
    kind: row.kind,
    /** 0 for a comment on the post itself. */
    depth: row.depth,
    face: faceOf(row, readable),
    author: readable ? writerOf(row) : null,
    html: readable ? row.html : null,
    /** The house rule a moderator named; words beside it are shown to their author and to moderators only. */
    hidden: row.hiddenAt && !row.deletedAt && !row.blocked ? { rule: row.hiddenRule } : null,
    writtenAt: row.writtenAt,
    editedAt: readable ? row.editedAt : null,
    /** In how many parts it was written, and when the last of several was. */
    parts: readable ? row.parts : 1,
    continuedAt: readable ? row.continuedAt : null,
    /** Who put it at the top of the thread, by what they are there. */
    pinnedBy: readable && row.pinnedAt ? pinnerOf(row, post) : null,
    /** The name of whoever it answers, where that may be known. */
    to,
    replies: row.replies,
    mine,
    /** Somebody without a place here wrote it. */
    guest: row.authorId === null && row.kind === "comment",
    byPostAuthor: readable && row.authorId !== null && row.authorId === post.authorId,
    can: permissions(viewer, facts),
  };
}
