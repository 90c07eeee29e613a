import type { Comment } from "#/db/schema/comments";
import { isUndoOver } from "../posts/find";
import type { Settings } from "../settings/schema";

const minute = 60_000;
const day = 24 * 60 * minute;

/** For how long a comment may be changed in which way, as the site is set. */
export type Windows = { undoDays: number; continueMinutes: number; mostParts: number; editDays: number };

export const windowsOf = (set: Settings): Windows => ({
  undoDays: set["comments.undo-days"],
  continueMinutes: set["comments.continue-minutes"],
  mostParts: set["comments.parts"],
  editDays: set["comments.edit-days"],
});

/** What time has closed: rules see no clock, so these come with the comment. */
export type Closed = {
  /** The days in which its deletion could be undone are over. */
  undoOver: boolean;
  /** The time to add another part is over. */
  continueOver: boolean;
  /** It has as many parts as it may have. */
  partsFull: boolean;
  /** It is so old that its author may not change it any more. */
  editOver: boolean;
};

type Row = Pick<Comment, "writtenAt" | "continuedAt" | "deletedAt" | "parts">;

/** @param now the instant it is asked for; for a change that was begun earlier, the instant it was begun */
export function closedAt(row: Row, { undoDays, continueMinutes, mostParts, editDays }: Windows, now: Date): Closed {
  const since = (at: Date) => now.getTime() - at.getTime();
  return {
    undoOver: isUndoOver(row.deletedAt, undoDays, now),
    continueOver: since(row.continuedAt ?? row.writtenAt) > continueMinutes * minute,
    partsFull: row.parts >= mostParts,
    editOver: since(row.writtenAt) > editDays * day,
  };
}
