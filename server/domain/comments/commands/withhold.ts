import { and, eq, isNull } from "drizzle-orm";
import { commentVersions } from "#/db/schema/comments";
import type { Acting } from "../../context";

/**
 * Keeps a comment's earlier words from everybody but its author and the moderators: it is being hidden, and they with
 * it, or a moderator takes out of it what nobody is to read.
 */
export const withholdVersions = ({ db }: Acting, commentId: string, at: Date) =>
  db
    .update(commentVersions)
    .set({ withheldAt: at })
    .where(and(eq(commentVersions.commentId, commentId), isNull(commentVersions.withheldAt)));

/** The same for good: also those go that a hiding keeps back, which its undoing would give back. */
export const withholdForGood = ({ db }: Acting, commentId: string, at: Date) =>
  db.update(commentVersions).set({ withheldAt: at }).where(eq(commentVersions.commentId, commentId));

/** Gives back those that were kept back at that very moment. */
export const unwithholdVersions = ({ db }: Acting, commentId: string, at: Date) =>
  db
    .update(commentVersions)
    .set({ withheldAt: null })
    .where(and(eq(commentVersions.commentId, commentId), eq(commentVersions.withheldAt, at)));
