import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, id } from "./columns";

/** A page elsewhere that somebody here answers, and what it said of itself when this server asked it. */
export const articles = pgTable(
  "articles",
  {
    id: id(),
    /** Its address made comparable: two ways of writing the same are one article. */
    url: text().notNull(),
    /** The address as it was first given, where it is read. */
    address: text().notNull(),
    title: text().notNull().default(""),
    site: text().notNull().default(""),
    author: text().notNull().default(""),
    excerpt: text().notNull().default(""),
    /** When it was written, as it says itself. */
    writtenAt: at(),
    /** When it is to be asked (again); while one process asks it, when others may. Null: it need not be. */
    askAt: at(),
    tries: integer().notNull().default(0),
    /** When it last answered. */
    fetchedAt: at(),
    /** When the last asking was given up. */
    failedAt: at(),
  },
  (t) => [uniqueIndex("articles_url").on(t.url), index("articles_to_ask").on(t.askAt).where(sql`ask_at is not null`)],
);

export type Article = typeof articles.$inferSelect;
