import { and, asc, eq } from "drizzle-orm";
import { type Comment, commentParts, comments } from "#/db/schema/comments";
import { excerptOf, linksIn, picturesIn, plainOf } from "#/server/platform/text";
import type { Reading } from "../context";
import { fail } from "./errors";
import { excerptLength } from "./words";

type Whole = Pick<Comment, "id" | "source" | "html" | "parts" | "writtenAt">;

/** A comment's parts in writing order; of a comment in one piece, that piece. */
export async function partsOf({ db }: Pick<Reading, "db">, comment: Whole) {
  const { id, source, html, parts, writtenAt } = comment;
  if (parts === 1) return [{ nth: 1, source, html, writtenAt }];
  return db
    .select({
      nth: commentParts.nth,
      source: commentParts.source,
      html: commentParts.html,
      writtenAt: commentParts.writtenAt,
    })
    .from(commentParts)
    .where(eq(commentParts.commentId, id))
    .orderBy(asc(commentParts.nth));
}

export async function partOf(ctx: Pick<Reading, "db">, comment: Whole, nth: number) {
  return (await partsOf(ctx, comment)).find((part) => part.nth === nth) ?? fail("no-such-part");
}

/** Writes a part's new words, where there are several: the whole follows by `joinParts`. */
export const changePart = (
  { db }: Pick<Reading, "db">,
  commentId: string,
  nth: number,
  row: { source: string; html: string },
) =>
  db
    .update(commentParts)
    .set(row)
    .where(and(eq(commentParts.commentId, commentId), eq(commentParts.nth, nth)));

/** Makes the comment's own words out of its parts: all of them in writing order, which is what is read everywhere. */
export async function joinParts({ db }: Pick<Reading, "db">, commentId: string, more: Partial<Comment>): Promise<void> {
  const parts = await db
    .select({ source: commentParts.source, html: commentParts.html })
    .from(commentParts)
    .where(eq(commentParts.commentId, commentId))
    .orderBy(asc(commentParts.nth));
  const html = parts.map((part) => part.html).join("\n");
  const source = parts.map((part) => part.source.trimEnd()).join("\n\n");
  const excerpt = excerptOf(plainOf(html), excerptLength);
  await db
    .update(comments)
    .set({ source, html, excerpt, pictures: picturesIn(html), links: linksIn(html), ...more })
    .where(eq(comments.id, commentId));
}
