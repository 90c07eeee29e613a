import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { members } from "./members";

export const waysToKnow = ["thread", "met", "work", "introduced", "other"] as const;

/** A question one member puts to another. Its answer is written here and never erased. */
export const connectionRequests = pgTable(
  "connection_requests",
  {
    id: id(),
    fromId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    toId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    note: text().notNull().default(""),
    how: text({ enum: waysToKnow }).notNull(),
    sentAt: at().notNull(),
    answer: text({ enum: ["accepted", "declined", "withdrawn", "expired"] }),
    answeredAt: at(),
    /** Private to the system: why it was declined. */
    declinedBecause: text({ enum: ["unknown", "not-now", "spam"] }),
  },
  (t) => [
    check("request_not_to_oneself", sql`${t.fromId} <> ${t.toId}`),
    check("note_is_short", sql`char_length(${t.note}) <= 500`),
    check("an_answer_has_its_instant", sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
    // In either direction: whoever asks second finds the first one's request.
    uniqueIndex("one_open_request")
      .on(sql`least(${t.fromId}, ${t.toId})`, sql`greatest(${t.fromId}, ${t.toId})`)
      .where(sql`answer is null`),
    index("requests_received").on(t.toId, t.sentAt, t.id),
    index("requests_sent").on(t.fromId, t.sentAt, t.id),
  ],
);

/**
 * One side of the bond between two members; the other side is its mirror row. The mirror is held by a foreign key
 * onto the table itself, checked at the end of the transaction, so half a connection cannot be kept.
 */
export const connections = pgTable(
  "connections",
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    otherId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    since: at().notNull(),
    how: text({ enum: waysToKnow }).notNull(),
    requestId: uuid().references(() => connectionRequests.id, { onDelete: "set null" }),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.otherId] }),
    check("not_with_oneself", sql`${t.memberId} <> ${t.otherId}`),
    // Made DEFERRABLE INITIALLY DEFERRED in the migration: Drizzle has no word for it.
    foreignKey({
      name: "both_sides",
      columns: [t.otherId, t.memberId],
      foreignColumns: [t.memberId, t.otherId],
    }).onDelete("cascade"),
    index("connections_newest").on(t.memberId, t.since, t.otherId),
    // For the feed: the newest connections of anybody, of which a member's network makes a part.
    index("connections_lately").on(t.since, t.memberId),
  ],
);

/** A connection somebody ended just now, kept so that the same person can take that back for a short while. */
export const endings = pgTable(
  "endings",
  {
    byId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    otherId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    since: at().notNull(),
    how: text({ enum: waysToKnow }).notNull(),
    requestId: uuid().references(() => connectionRequests.id, { onDelete: "set null" }),
    endedAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.byId, t.otherId] }), index("endings_of_other").on(t.otherId)],
);

/** Neither reaches the other any more; only who blocked knows. */
export const blocks = pgTable(
  "blocks",
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    blockedId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    madeAt: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.blockedId] }),
    index("blocks_of_blocked").on(t.blockedId, t.memberId),
    check("not_blocking_oneself", sql`${t.memberId} <> ${t.blockedId}`),
  ],
);

/** Whom a member no longer wants to read; the muted one is not told. */
export const mutes = pgTable(
  "mutes",
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    mutedId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    madeAt: at().notNull(),
    until: at(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.mutedId] }),
    index("mutes_of_muted").on(t.mutedId),
    check("not_muting_oneself", sql`${t.memberId} <> ${t.mutedId}`),
  ],
);

export type ConnectionRequest = typeof connectionRequests.$inferSelect;
export type Connection = typeof connections.$inferSelect;
