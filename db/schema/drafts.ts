import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { comments } from "./comments";
import { members } from "./members";
import { posts } from "./posts";

/** What stands in the fields of a form, by their names. */
export type DraftWords = { source: string } & Partial<
  Record<"title" | "tags" | "about" | "audience" | "comments" | "closeDays", string | undefined>
>;

/** What a member has typed into a form and not sent yet, kept while they type. Nobody but they may ever read it. */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** Which form: `new/…`, `post/…`, a post's key, a post's and a comment's, `edit/…`. Browsers use the same name. */
    place: text().notNull(),
    /** The post it stands under or changes. The words outlive it. */
    postId: uuid().references(() => posts.id, { onDelete: "set null" }),
    /** The key of the form, which goes with the words from device to device: they are sent once. */
    form: uuid().notNull(),
    words: jsonb().$type<DraftWords>().notNull(),
    savedAt: at().notNull(),
    /** Goes up with every keeping, so that two devices notice one another. */
    turn: integer().notNull().default(1),
    /** What another device had typed meanwhile, until one of the two is let go. */
    other: jsonb().$type<DraftWords>(),
    otherAt: at(),
    /** When it was sent or thrown away; what the same form still keeps after that comes too late. */
    endedAt: at(),
  },
  (t) => [
    uniqueIndex("draft_at_a_place").on(t.memberId, t.place),
    index("drafts_newest").on(t.memberId, t.savedAt, t.id).where(sql`ended_at is null`),
    index("drafts_ended").on(t.endedAt).where(sql`ended_at is not null`),
  ],
);

/** Words of a comment or a post that stand quoted in another one, with a link back to them. */
export const quotes = pgTable(
  "quotes",
  {
    id: id(),
    /** Where they are quoted. */
    commentId: uuid().references(() => comments.id, { onDelete: "cascade" }),
    postId: uuid().references(() => posts.id, { onDelete: "cascade" }),
    /** Where they were said. */
    ofCommentId: uuid().references(() => comments.id, { onDelete: "cascade" }),
    ofPostId: uuid().references(() => posts.id, { onDelete: "cascade" }),
    /** The first 16 hexadecimal digits of the SHA-256 of the quoted words, with white space folded. */
    hash: text().notNull(),
    /** Since when they are no longer in what was quoted. */
    goneAt: at(),
  },
  (t) => [
    index("quotes_in_comment").on(t.commentId),
    index("quotes_in_post").on(t.postId),
    index("quotes_of_comment").on(t.ofCommentId),
    index("quotes_of_post").on(t.ofPostId),
    check("quoted_in_one_place", sql`num_nonnulls(${t.commentId}, ${t.postId}) = 1`),
    check("said_in_one_place", sql`num_nonnulls(${t.ofCommentId}, ${t.ofPostId}) = 1`),
  ],
);

export type Draft = typeof drafts.$inferSelect;
