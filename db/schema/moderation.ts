import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { comments } from "./comments";
import { members } from "./members";
import { posts } from "./posts";

export const reportReasons = [
  "off-topic",
  "unkind",
  "spam",
  "private-data",
  "wrong-person",
  "illegal",
  "other",
] as const;

/** A member's call for a moderator, about one post or one comment. */
export const reports = pgTable(
  "reports",
  {
    id: id(),
    reporterId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    postId: uuid().references(() => posts.id, { onDelete: "cascade" }),
    commentId: uuid().references(() => comments.id, { onDelete: "cascade" }),
    reason: text({ enum: reportReasons }).notNull(),
    words: text().notNull().default(""),
    madeAt: at().notNull(),
    answer: text({ enum: ["hidden", "kept"] }),
    answeredAt: at(),
    answeredById: uuid().references(() => members.id, { onDelete: "set null" }),
  },
  (t) => [
    check("about_one_thing", sql`num_nonnulls(${t.postId}, ${t.commentId}) = 1`),
    check("words_are_few", sql`char_length(${t.words}) <= 500`),
    uniqueIndex("one_report_each_post").on(t.reporterId, t.postId),
    uniqueIndex("one_report_each_comment").on(t.reporterId, t.commentId),
    index("reports_open").on(t.madeAt, t.id).where(sql`answer is null`),
    index("reports_of_post").on(t.postId),
    index("reports_of_comment").on(t.commentId),
  ],
);

/** One act of moderation, written when it was done and never changed: a trigger in the migration refuses it. */
export const moderationLog = pgTable(
  "moderation_log",
  {
    id: id(),
    byId: uuid().references(() => members.id, { onDelete: "set null" }),
    act: text({
      enum: [
        "hide",
        "unhide",
        "keep",
        "approve",
        "leave",
        "amend",
        "suspend",
        "restore",
        "change-role",
        "change-setting",
        "import",
        "remove-link",
        "restore-link",
        "ban-site",
        "allow-site",
        "rename-tag",
        "merge-tags",
        "undo-tags",
        "pin",
        "unpin",
      ],
    }).notNull(),
    postId: uuid().references(() => posts.id, { onDelete: "set null" }),
    commentId: uuid().references(() => comments.id, { onDelete: "set null" }),
    memberId: uuid().references(() => members.id, { onDelete: "set null" }),
    rule: text(),
    reason: text().notNull().default(""),
    at: at().notNull(),
  },
  (t) => [
    index("moderation_log_newest").on(t.at, t.id),
    index("moderation_of_comment").on(t.commentId, t.at),
    index("moderation_of_post").on(t.postId, t.at),
  ],
);

export type Report = typeof reports.$inferSelect;
export type Act = typeof moderationLog.$inferSelect;
