import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { members } from "./members";

/** The secret in the addresses of a member's private feeds, as a hash: whoever brings it reads as that member. */
export const feedKeys = pgTable(
  "feed_keys",
  {
    memberId: uuid()
      .primaryKey()
      .references(() => members.id, { onDelete: "cascade" }),
    tokenHash: text().notNull(),
    madeAt: at().notNull(),
  },
  (t) => [uniqueIndex("feed_keys_token").on(t.tokenHash)],
);

/** A public web feed of this site that the WebSub hub is to be told of, or was. */
export const hubTopics = pgTable(
  "hub_topics",
  {
    /** The feed's path, its language at the end. */
    path: text().primaryKey(),
    /** The hub's address at that time. */
    hub: text().notNull(),
    /** How often the feed has changed: what comes while the hub is being told is told next. */
    changes: integer().notNull().default(1),
    changedAt: at().notNull(),
    /** When the hub is to be told (again); while one process tells it, when others may. Null: it knows, or was given up. */
    tellAt: at(),
    tries: integer().notNull().default(0),
    /** When the hub last took it. */
    toldAt: at(),
    /** When the last telling was given up. */
    failedAt: at(),
    /** Why the last try was in vain: a word of the guarded fetch, and what the hub answered if it did. */
    failure: text(),
    status: integer(),
  },
  (t) => [index("hub_topics_waiting").on(t.tellAt).where(sql`tell_at is not null`)],
);

export type HubTopic = typeof hubTopics.$inferSelect;
