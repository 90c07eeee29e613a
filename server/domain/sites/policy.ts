import type { Member } from "#/db/schema/members";
import { no, policy, tends, yes } from "../policy";

/** The line under a comment, with what its rules must know. */
export type LineFacts = {
  /** Who wrote the comment. */
  authorId: string | null;
  /** The viewer may read the comment. */
  readable: boolean;
  removedAt: Date | null;
  /** Who took it away: its author may give back what they took themselves. */
  removedById: string | null;
};

export const { can, permissions } = policy<LineFacts>()({
  read: (_viewer, it) => (it.readable && !it.removedAt ? yes : no("no-such-line")),

  /** Its author at any time, and moderators: the comment stays. */
  remove: (viewer, it) => {
    if (!it.readable || !viewer || !(viewer.id === it.authorId || tends(viewer))) return no("no-such-line");
    return it.removedAt ? no("already-removed") : yes;
  },
  restore: (viewer, it) => {
    if (!it.readable || !viewer || !mayRestore(viewer, it)) return no("no-such-line");
    return it.removedAt ? yes : no("not-removed");
  },

  /** How often it was followed: its owner and those who tend the conversation. */
  seeClicks: (viewer, it) =>
    viewer && it.readable && (viewer.id === it.authorId || tends(viewer)) ? yes : no("no-such-line"),
});

const mayRestore = (viewer: Member, { authorId, removedById }: LineFacts): boolean =>
  (viewer.id === authorId && removedById === viewer.id) || tends(viewer);
