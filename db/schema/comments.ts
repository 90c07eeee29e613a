import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  customType,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { newKey } from "../ids";
import { at, id } from "./columns";
import { members } from "./members";
import { posts } from "./posts";

/** Text compared byte by byte, so that a path sorts in reading order in every locale. */
const bytewise = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Words under a post, or under another comment of it. */
export const comments = pgTable(
  "comments",
  {
    id: id(),
    key: text().notNull().$defaultFn(newKey),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    parentId: uuid().references((): AnyPgColumn => comments.id, { onDelete: "cascade" }),
    /** The top comment of the branch; a top comment names itself. */
    rootId: uuid()
      .notNull()
      .references((): AnyPgColumn => comments.id, { onDelete: "cascade" }),
    /** The place in the branch: one segment a level, in the order the replies came. Empty for a top comment. */
    path: bytewise().notNull().default(""),
    depth: integer().notNull().default(0),
    /** How many replies this comment was ever given: the next one's segment. */
    repliesGiven: integer().notNull().default(0),
    authorId: uuid().references(() => members.id, { onDelete: "cascade" }),
    /** Who wrote it elsewhere, when they have no place here. */
    guestName: text(),
    guestSite: text(),
    /** The address they proved, where they wrote it here as a guest. */
    guestId: uuid().references((): AnyPgColumn => guests.id, { onDelete: "set null" }),
    kind: text({ enum: ["comment", "pingback", "trackback"] })
      .notNull()
      .default("comment"),
    state: text({ enum: ["shown", "held", "spam", "trash"] })
      .notNull()
      .default("shown"),
    /** What was typed and what is shown of it; of a comment in parts, all of them in writing order. */
    source: text().notNull(),
    format: text({ enum: ["markdown", "html"] })
      .notNull()
      .default("markdown"),
    html: text().notNull(),
    excerpt: text().notNull(),
    renderedBy: integer().notNull(),
    /** The keys of the pictures that stand in it. */
    pictures: text().array().notNull().default([]),
    /** The pages elsewhere it links, their addresses made comparable; null until they were looked for. */
    links: text().array(),
    writtenAt: at().notNull(),
    editedAt: at(),
    hiddenAt: at(),
    hiddenRule: text(),
    deletedAt: at(),
    erasedAt: at(),
    /** In how many parts it was written, and when the last of them was; null for one. */
    parts: integer().notNull().default(1),
    continuedAt: at(),
    /** When it was pinned to the top of its thread, and who chose it. */
    pinnedAt: at(),
    pinnedById: uuid().references(() => members.id, { onDelete: "set null" }),
    /** The form's own key: a press on the button that arrives twice makes one comment. */
    onceKey: uuid(),
  },
  (t) => [
    uniqueIndex("comments_key").on(t.key),
    uniqueIndex("comments_once").on(t.authorId, t.onceKey),
    index("top_comments").on(t.postId, t.writtenAt, t.id).where(sql`parent_id is null`),
    // The first thousand bytes serve the order and always fit an index entry, however deep the branch.
    index("comments_in_branch").on(t.rootId, sql`left(path, 1000)`),
    index("replies").on(t.parentId),
    index("comments_of_post").on(t.postId),
    index("comments_newest").on(t.writtenAt, t.id),
    index("comments_of_author").on(t.authorId, t.writtenAt, t.id),
    index("comments_pinned").on(t.postId, t.pinnedAt).where(sql`pinned_at is not null`),
    index("comments_of_guest").on(t.guestId, t.writtenAt).where(sql`guest_id is not null`),
    index("comments_showing").using("gin", t.pictures).where(sql`pictures <> '{}'`),
    index("comments_linking").using("gin", t.links).where(sql`links <> '{}'`),
    index("comments_unlinked").on(t.id).where(sql`links is null`),
    index("comments_deleted").on(t.deletedAt).where(sql`deleted_at is not null and erased_at is null`),
    check("somebody_said_it", sql`${t.authorId} is not null or ${t.guestName} is not null`),
    check("a_top_comment_stands_alone", sql`(${t.parentId} is null) = (${t.depth} = 0)`),
    check("one_part_at_least", sql`${t.parts} >= 1`),
    check("not_its_own_parent", sql`${t.parentId} <> ${t.id}`),
  ],
);

/** One part of a comment that was written in several: a chain in writing order, the first one included. */
export const commentParts = pgTable(
  "comment_parts",
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    /** From 1 on. */
    nth: integer().notNull(),
    source: text().notNull(),
    html: text().notNull(),
    writtenAt: at().notNull(),
    /** The form's own key: a press on the button that arrives twice makes one part. */
    onceKey: uuid(),
  },
  (t) => [
    uniqueIndex("parts_in_order").on(t.commentId, t.nth),
    uniqueIndex("parts_once").on(t.commentId, t.onceKey),
    check("parts_begin_at_one", sql`${t.nth} >= 1`),
  ],
);

/** What a comment, or one part of it, said before somebody changed it. */
export const commentVersions = pgTable(
  "comment_versions",
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    part: integer().notNull().default(1),
    source: text().notNull(),
    /** When other words took their place, and whose hand it was. */
    replacedAt: at().notNull(),
    replacedById: uuid().references(() => members.id, { onDelete: "set null" }),
    /** Since when only its author and the moderators may read it: it stood there when the comment was hidden, or until a moderator changed it. */
    withheldAt: at(),
  },
  (t) => [index("versions_of_comment").on(t.commentId, t.replacedAt, t.id)],
);

/** Somebody without a place here who proved a mail address and wrote under a post. The address is never shown. */
export const guests = pgTable(
  "guests",
  {
    id: id(),
    mail: text().notNull(),
    provenAt: at().notNull(),
    /** When a moderator first let something of theirs in: from then on they are not held. */
    trustedAt: at(),
    /** Who they became here. */
    memberId: uuid().references(() => members.id, { onDelete: "set null" }),
  },
  (t) => [uniqueIndex("guests_mail").on(sql`lower(${t.mail})`)],
);

/** What a guest wrote, until the link in their letter is used: it stands nowhere, and nobody can read it. */
export const guestWords = pgTable(
  "guest_words",
  {
    id: id(),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    parentId: uuid().references(() => comments.id, { onDelete: "cascade" }),
    name: text().notNull(),
    mail: text().notNull(),
    site: text(),
    source: text().notNull(),
    tokenHash: text().notNull(),
    /** The form's own key: sent twice, it asks for one letter. */
    onceKey: uuid(),
    madeAt: at().notNull(),
    expiresAt: at().notNull(),
  },
  (t) => [
    uniqueIndex("guest_words_token").on(t.tokenHash),
    uniqueIndex("guest_words_once").on(t.onceKey),
    index("guest_words_expiry").on(t.expiresAt),
  ],
);

export type Part = typeof commentParts.$inferSelect;
export type Version = typeof commentVersions.$inferSelect;
export type Guest = typeof guests.$inferSelect;
export type Comment = typeof comments.$inferSelect;
