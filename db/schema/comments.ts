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
    kind: text({ enum: ["comment", "pingback", "trackback"] })
      .notNull()
      .default("comment"),
    state: text({ enum: ["shown", "held", "spam", "trash"] })
      .notNull()
      .default("shown"),
    source: text().notNull(),
    format: text({ enum: ["markdown", "html"] })
      .notNull()
      .default("markdown"),
    html: text().notNull(),
    excerpt: text().notNull(),
    renderedBy: integer().notNull(),
    writtenAt: at().notNull(),
    editedAt: at(),
    hiddenAt: at(),
    hiddenRule: text(),
    deletedAt: at(),
    erasedAt: at(),
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
    index("comments_deleted").on(t.deletedAt).where(sql`deleted_at is not null and erased_at is null`),
    check("somebody_said_it", sql`${t.authorId} is not null or ${t.guestName} is not null`),
    check("a_top_comment_stands_alone", sql`(${t.parentId} is null) = (${t.depth} = 0)`),
    check("not_its_own_parent", sql`${t.parentId} <> ${t.id}`),
  ],
);

export type Comment = typeof comments.$inferSelect;
