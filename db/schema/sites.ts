import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { comments } from "./comments";
import { members } from "./members";
import { posts } from "./posts";

/** A site elsewhere that somebody calls their own, and what its feed is known to hold. Guests of one address share one. */
export const sites = pgTable(
  "sites",
  {
    id: id(),
    memberId: uuid().references(() => members.id, { onDelete: "cascade" }),
    /** As it was typed, made comparable: with a scheme only where one was typed. */
    address: text().notNull(),
    /** Its host without `www.`: what is shown as theirs lies on it or below it. */
    host: text().notNull(),
    /** Where its feed was found; null until one was, and where a page of it is its feed, that page. */
    feed: text(),
    title: text().notNull().default(""),
    etag: text(),
    lastModified: text(),
    /** When it was last asked, by whichever process; and when it last answered with a feed. */
    askedAt: at(),
    foundAt: at(),
    /** Why the last asking brought nothing, as a stable word. */
    problem: text(),
    /** What its owner puts into DNS or into a file, to show that the site is theirs. */
    token: text().notNull(),
    provenAt: at(),
    provenBy: text({ enum: ["rel-me", "dns", "file"] }),
    /** When the proof was last looked for. */
    lookedAt: at(),
  },
  (t) => [
    unique("one_site_each").on(t.memberId, t.address).nullsNotDistinct(),
    index("sites_by_host").on(t.host),
    index("sites_proven").on(t.lookedAt).where(sql`proven_at is not null`),
  ],
);

/** Something a site published, as its feed told this server: nothing else can stand under a comment. */
export const siteItems = pgTable(
  "site_items",
  {
    id: id(),
    siteId: uuid()
      .notNull()
      .references(() => sites.id, { onDelete: "cascade" }),
    url: text().notNull(),
    title: text().notNull(),
    writtenAt: at(),
    /** Where it stood in the feed when that was last read, from 0 on; null when it was not in it any more. */
    place: integer(),
  },
  (t) => [uniqueIndex("items_once").on(t.siteId, t.url), index("items_in_order").on(t.siteId, t.place)],
);

/** What the writer of a comment wrote last, shown in one line under it: an item of their site, or a post of theirs here. */
export const commentLinks = pgTable(
  "comment_links",
  {
    commentId: uuid()
      .primaryKey()
      .references((): AnyPgColumn => comments.id, { onDelete: "cascade" }),
    itemId: uuid().references(() => siteItems.id, { onDelete: "cascade" }),
    postId: uuid().references(() => posts.id, { onDelete: "cascade" }),
    clicks: integer().notNull().default(0),
    /** When it was taken away, and by whom: the comment's author, or a moderator. */
    removedAt: at(),
    removedById: uuid().references(() => members.id, { onDelete: "set null" }),
  },
  (t) => [
    check("links_one_thing", sql`num_nonnulls(${t.itemId}, ${t.postId}) = 1`),
    index("links_to_item").on(t.itemId).where(sql`item_id is not null`),
    index("links_to_post").on(t.postId).where(sql`post_id is not null`),
  ],
);

/** A member who showed nothing under their last comment: nothing is offered first. Without a row the newest is. */
export const showsNothing = pgTable("shows_nothing", {
  memberId: uuid()
    .primaryKey()
    .references(() => members.id, { onDelete: "cascade" }),
  since: at().notNull(),
});

/** A host whose items are shown to nobody here, and which is not asked any more. */
export const bannedHosts = pgTable("banned_hosts", {
  host: text().primaryKey(),
  bannedAt: at().notNull(),
  bannedById: uuid().references(() => members.id, { onDelete: "set null" }),
});

/** A comment on one's own post that needs no answer: its writer does not wait at the door for it. */
export const settledComments = pgTable("settled_comments", {
  commentId: uuid()
    .primaryKey()
    .references((): AnyPgColumn => comments.id, { onDelete: "cascade" }),
  settledAt: at().notNull(),
});

export type Site = typeof sites.$inferSelect;
export type SiteItem = typeof siteItems.$inferSelect;
