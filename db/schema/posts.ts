import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
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
    /** Days after publishing at which its comments close by themselves: 0 for never, null for as the site has it. */
    commentsCloseDays: integer(),
    /** When they did. */
    commentsClosedAt: at(),
    madeAt: at().notNull(),
    publishedAt: at(),
    /** When it is to be published, and the zone that was planned in; until then it is a draft to everybody. */
    plannedFor: at(),
    plannedZone: text(),
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
    index("posts_planned").on(t.plannedFor, t.id).where(sql`planned_for is not null`),
    index("posts_with_days").on(t.id).where(sql`comments_close_days is not null or comments_closed_at is not null`),
    check("title_fits", sql`char_length(${t.title}) <= 200`),
    check("planned_or_published", sql`${t.plannedFor} is null or ${t.publishedAt} is null`),
    check("days_are_days", sql`${t.commentsCloseDays} between 0 and 3650`),
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

/** A name and address a subject had before: it was renamed, or merged into another. */
export const tagAliases = pgTable(
  "tag_aliases",
  {
    slug: text().primaryKey(),
    tagId: uuid()
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (t) => [index("aliases_of_tag").on(t.tagId)],
);

/** What a merge moved, so that it can be taken back: posts that got the other tag, that had both, and old addresses. */
export type TagsMoved = { posts: string[]; both: string[]; aliases: string[] };

/** One renaming or merging of tags, with everything needed to undo it. */
export const tagChanges = pgTable(
  "tag_changes",
  {
    id: id(),
    act: text({ enum: ["rename", "merge"] }).notNull(),
    byId: uuid().references(() => members.id, { onDelete: "set null" }),
    at: at().notNull(),
    fromSlug: text().notNull(),
    fromName: text().notNull(),
    toSlug: text().notNull(),
    toName: text().notNull(),
    /** The tag that stayed. */
    tagId: uuid().references(() => tags.id, { onDelete: "set null" }),
    moved: jsonb().$type<TagsMoved>().notNull(),
    undoneAt: at(),
  },
  (t) => [index("tag_changes_newest").on(t.at, t.id)],
);

/** A version of a published post, the one that stands now included. The first is what was published. */
export const postRevisions = pgTable(
  "post_revisions",
  {
    id: id(),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** From 1 on. */
    nth: integer().notNull(),
    title: text().notNull(),
    source: text().notNull(),
    /** What of it could be read, without markup: what two versions are compared by. */
    readable: text().notNull(),
    /** Who could read it then. Whoever could not may not read it later. */
    audience: text({ enum: audiences }).notNull(),
    /** The keys of the pictures that stand in it. */
    pictures: text().array().notNull().default([]),
    at: at().notNull(),
    /** The version it brought back. */
    restores: integer(),
    /** Since when its author keeps it from the public; moderators still read it. */
    hiddenAt: at(),
    /** Since when only its author and the moderators may read it: it stood there when the post was hidden. */
    withheldAt: at(),
  },
  (t) => [
    uniqueIndex("revisions_in_order").on(t.postId, t.nth),
    index("revisions_showing").using("gin", t.pictures).where(sql`pictures <> '{}'`),
    check("revisions_begin_at_one", sql`${t.nth} >= 1`),
  ],
);

/** A post that stands above the others, on the front page or (with its author) on its author's page. */
export const postPins = pgTable(
  "post_pins",
  {
    id: id(),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** Whose page it stands on; null for the front page. */
    authorId: uuid().references(() => members.id, { onDelete: "cascade" }),
    /** Its place there, from 1 on: two cannot take the last one. */
    place: integer().notNull(),
    pinnedAt: at().notNull(),
    pinnedById: uuid().references(() => members.id, { onDelete: "set null" }),
  },
  (t) => [
    unique("one_pin_a_place").on(t.authorId, t.place).nullsNotDistinct(),
    unique("one_pin_a_post").on(t.postId, t.authorId).nullsNotDistinct(),
    check("places_begin_at_one", sql`${t.place} >= 1`),
  ],
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
export type Revision = typeof postRevisions.$inferSelect;
