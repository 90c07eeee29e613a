import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { newKey } from "../ids";
import { articles } from "./articles";
import { at, id } from "./columns";
import { members } from "./members";

export const audiences = ["everyone", "members", "connections", "me"] as const;
export const commentStates = ["open", "members", "connections", "closed"] as const;

/** A piece of writing with an address. Without `publishedAt` it is a draft, and only its author's. */
export const posts = pgTable(
  "posts",
  {
    id: id(),
    key: text().notNull().$defaultFn(newKey),
    kind: text({ enum: ["post", "page"] })
      .notNull()
      .default("post"),
    authorId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    title: text().notNull(),
    slug: text().notNull(),
    /** What was typed, word for word, and the markup it is in. */
    source: text().notNull(),
    format: text({ enum: ["markdown", "html"] })
      .notNull()
      .default("markdown"),
    /** What is shown: rendered and sanitised once, when written. */
    html: text().notNull(),
    excerpt: text().notNull(),
    renderedBy: integer().notNull(),
    /** The keys of the pictures that stand in it. */
    pictures: text().array().notNull().default([]),
    /** The pages elsewhere it links, their addresses made comparable; null until they were looked for. */
    links: text().array(),
    /** The article elsewhere that it answers. */
    articleId: uuid().references(() => articles.id, { onDelete: "set null" }),
    audience: text({ enum: audiences }).notNull().default("everyone"),
    comments: text({ enum: commentStates }).notNull().default("open"),
    madeAt: at().notNull(),
    publishedAt: at(),
    editedAt: at(),
    hiddenAt: at(),
    /** The house rule it was hidden under, shown at its place. */
    hiddenRule: text(),
    deletedAt: at(),
    /** Seven days after `deletedAt` the words go for good. */
    erasedAt: at(),
    /** The form's own key: a press on the button that arrives twice makes one post. */
    onceKey: uuid(),
  },
  (t) => [
    uniqueIndex("posts_key").on(t.key),
    uniqueIndex("posts_once").on(t.authorId, t.onceKey),
    index("posts_newest").on(t.publishedAt, t.id),
    index("posts_of_author").on(t.authorId, t.publishedAt, t.id),
    index("posts_showing").using("gin", t.pictures).where(sql`pictures <> '{}'`),
    index("posts_linking").using("gin", t.links).where(sql`links <> '{}'`),
    index("posts_unlinked").on(t.id).where(sql`links is null`),
    index("posts_of_article").on(t.articleId).where(sql`article_id is not null`),
    index("posts_deleted").on(t.deletedAt).where(sql`deleted_at is not null and erased_at is null`),
    check("title_fits", sql`char_length(${t.title}) <= 200`),
  ],
);

/** A subject posts are about. */
export const tags = pgTable("tags", { id: id(), slug: text().notNull(), name: text().notNull() }, (t) => [
  uniqueIndex("tags_slug").on(t.slug),
]);

/** That a post is about a subject. */
export const postTags = pgTable(
  "post_tags",
  {
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    tagId: uuid()
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.postId, t.tagId] }), index("posts_of_tag").on(t.tagId, t.postId)],
);

/** An address a post had somewhere else before it came here, path and query as they stood. */
export const legacyPaths = pgTable(
  "legacy_paths",
  {
    path: text().primaryKey(),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
  },
  (t) => [index("legacy_paths_of_post").on(t.postId)],
);

export type Post = typeof posts.$inferSelect;
export type Tag = typeof tags.$inferSelect;
