import { boolean, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { comments } from "./comments";
import { members } from "./members";
import { posts } from "./posts";
import { mails } from "./site";

export const levels = ["everything", "replies", "off"] as const;

/** What a member chose to be told of a thread, or (with a comment) of one branch of it. Without a row their wishes hold. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    commentId: uuid().references(() => comments.id, { onDelete: "cascade" }),
    level: text({ enum: levels }).notNull(),
    /** What it was before a press in a mail ended it, so that this can be taken back. */
    before: text({ enum: levels }),
    changedAt: at().notNull(),
  },
  (t) => [
    unique("one_subscription_each").on(t.memberId, t.postId, t.commentId).nullsNotDistinct(),
    index("subscriptions_to_post").on(t.postId),
    index("subscriptions_to_branch").on(t.commentId),
    index("subscriptions_newest").on(t.memberId, t.changedAt, t.id),
  ],
);

/** What a member is told of threads they chose nothing for, and whether letters bring it. Without a row: the standard. */
export const wishes = pgTable("wishes", {
  memberId: uuid()
    .primaryKey()
    .references(() => members.id, { onDelete: "cascade" }),
  /** Under one's own posts. */
  ownPosts: text({ enum: levels }).notNull().default("everything"),
  /** Where one has written a comment. */
  whereIWrite: text({ enum: levels }).notNull().default("replies"),
  byMail: boolean().notNull().default(true),
});

/** A comment that a letter will tell a member of, unless they may no longer read it by then. */
export const threadNews = pgTable(
  "thread_news",
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    commentId: uuid()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    madeAt: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.commentId] }),
    index("news_of_thread").on(t.memberId, t.postId),
    index("news_by_post").on(t.postId),
    index("news_by_comment").on(t.commentId),
    index("news_oldest").on(t.madeAt),
  ],
);

/** When a member was last written to about a thread, so that the next letter waits. */
export const threadLetters = pgTable(
  "thread_letters",
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    madeAt: at().notNull(),
    mailId: uuid().references(() => mails.id, { onDelete: "set null" }),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.postId] }),
    index("letters_by_post").on(t.postId),
    index("letters_by_mail").on(t.mailId),
  ],
);

export type Level = (typeof levels)[number];
