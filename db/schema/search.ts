import { sql } from "drizzle-orm";
import { customType, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { comments } from "./comments";
import { members } from "./members";
import { posts } from "./posts";

/** Words as PostgreSQL's full text search keeps them: folded, stemmed, with their places. */
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** The languages PostgreSQL knows how to stem, and `simple`, which takes every word as it stands. */
export const languages = [
  "simple",
  "arabic",
  "armenian",
  "basque",
  "catalan",
  "danish",
  "dutch",
  "english",
  "finnish",
  "french",
  "german",
  "greek",
  "hindi",
  "hungarian",
  "indonesian",
  "irish",
  "italian",
  "lithuanian",
  "nepali",
  "norwegian",
  "portuguese",
  "romanian",
  "russian",
  "serbian",
  "spanish",
  "swedish",
  "tamil",
  "turkish",
  "yiddish",
] as const;

/**
 * The words of a published post or a standing comment, as search reads them. Triggers on both tables keep it true in the
 * transaction that changes the words (docs/decisions); nobody else writes here. Who may read what it stands for is not
 * in it: that is asked of the post and the comment.
 */
export const searchWords = pgTable(
  "search_words",
  {
    /** The post's or the comment's own id. */
    id: uuid().primaryKey(),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    commentId: uuid().references(() => comments.id, { onDelete: "cascade" }),
    authorId: uuid().references(() => members.id, { onDelete: "cascade" }),
    at: at().notNull(),
    /** Which language the words were read in; empty while they still wait to be read. */
    language: text().notNull(),
    words: tsvector().notNull(),
  },
  (t) => [
    // For search by words that are rare enough to be gathered.
    index("search_by_words").using("gin", t.words),
    // For search by common words, newest first, until a page is full.
    index("search_newest").on(t.at, t.id),
    // For both within posts, which stand far apart among what was said under them.
    index("search_posts_by_words").using("gin", t.words).where(sql`comment_id is null`),
    index("search_posts_newest").on(t.at, t.id).where(sql`comment_id is null`),
    // For the same among one member's own.
    index("search_of_author").on(t.authorId, t.at, t.id),
    // For search within posts about a subject.
    index("search_of_post").on(t.postId, t.at),
    uniqueIndex("search_comment").on(t.commentId).where(sql`comment_id is not null`),
    // For what still waits to be read, or was read in another language than the site's.
    index("search_language").on(t.language),
  ],
);
