import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { comments } from "./comments";
import { connectionRequests } from "./connections";
import { members } from "./members";
import { posts } from "./posts";

export const notificationKinds = [
  "comment",
  "reply",
  "mention",
  "followed",
  "request",
  "accepted",
  "hidden",
  "unhidden",
  "report-answered",
] as const;

/** One thing told to one member. It names what it is about and holds no words of it: those are read when it is read. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    kind: text({ enum: notificationKinds }).notNull(),
    eventId: uuid().notNull(),
    actorId: uuid().references(() => members.id, { onDelete: "cascade" }),
    postId: uuid().references(() => posts.id, { onDelete: "cascade" }),
    commentId: uuid().references(() => comments.id, { onDelete: "cascade" }),
    requestId: uuid().references(() => connectionRequests.id, { onDelete: "cascade" }),
    madeAt: at().notNull(),
    readAt: at(),
  },
  (t) => [
    // An event that is carried twice tells each person once.
    uniqueIndex("told_once").on(t.memberId, t.eventId),
    index("notifications_newest").on(t.memberId, t.madeAt, t.id),
    index("notifications_unread").on(t.memberId).where(sql`read_at is null`),
  ],
);

export type Notification = typeof notifications.$inferSelect;
