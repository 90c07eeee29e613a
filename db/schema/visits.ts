import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { members } from "./members";
import { posts } from "./posts";

/** How far a member has read the conversation under a post. One row each: what they read on one device is read on all. */
export const visits = pgTable(
  "visits",
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** What was written later than this is new on the present visit. Null on the first one, when nothing is marked. */
    newSince: at(),
    /** The newest comment they had before them: what is later is new in lists, and on the next visit. */
    readUntil: at().notNull(),
    /** When they were last there; a while later the next visit begins. */
    lastAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.postId] }), index("visits_of_post").on(t.postId)],
);

export type Visit = typeof visits.$inferSelect;
