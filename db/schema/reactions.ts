import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { comments } from "./comments";
import { members } from "./members";
import { posts } from "./posts";

export const reactionKinds = ["thanks", "agree", "think"] as const;

/** What one member felt about one post or one comment, said without words. */
export const reactions = pgTable(
  "reactions",
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    postId: uuid().references(() => posts.id, { onDelete: "cascade" }),
    commentId: uuid().references(() => comments.id, { onDelete: "cascade" }),
    kind: text({ enum: reactionKinds }).notNull(),
    at: at().notNull(),
  },
  (t) => [
    check("to_one_thing", sql`num_nonnulls(${t.postId}, ${t.commentId}) = 1`),
    check("one_of_the_kinds", sql`${t.kind} in ('thanks', 'agree', 'think')`),
    uniqueIndex("one_reaction_each_post").on(t.memberId, t.postId),
    uniqueIndex("one_reaction_each_comment").on(t.memberId, t.commentId),
    // To count them, and to show their author who it was.
    index("reactions_to_post").on(t.postId, t.at, t.id),
    index("reactions_to_comment").on(t.commentId, t.at, t.id),
  ],
);

export type Reaction = typeof reactions.$inferSelect;
