import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";

/** A person with a place here. One who came by import has no way in until they claim it (`importedFrom`). */
export const members = pgTable(
  "members",
  {
    id: id(),
    handle: text().notNull(),
    /** The handle with look-alikes folded together; two members never share one. */
    handleSkeleton: text().notNull(),
    name: text().notNull(),
    bio: text().notNull().default(""),
    site: text(),
    mail: text(),
    mailVerifiedAt: at(),
    role: text({ enum: ["owner", "moderator", "member"] })
      .notNull()
      .default("member"),
    joinedAt: at().notNull(),
    suspendedAt: at(),
    suspendedBecause: text(),
    importedFrom: text(),
    /** When they switched single keys (j, k, n …) off, for all their devices. */
    singleKeysOffAt: at(),
  },
  (t) => [
    uniqueIndex("members_handle").on(t.handle),
    uniqueIndex("members_handle_skeleton").on(t.handleSkeleton),
    uniqueIndex("members_mail").on(sql`lower(${t.mail})`),
    index("members_role").on(t.role),
    check("handle_is_plain", sql`${t.handle} ~ '^[a-z0-9_-]{3,30}$'`),
    check("name_is_short", sql`char_length(${t.name}) between 1 and 80`),
    check("bio_is_short", sql`char_length(${t.bio}) <= 2000`),
  ],
);

export type Member = typeof members.$inferSelect;

/** A handle that its member gave up. For a while nobody else may take it or one that looks like it. */
export const restingHandles = pgTable("resting_handles", {
  handleSkeleton: text().primaryKey(),
  memberId: uuid()
    .notNull()
    .references(() => members.id, { onDelete: "cascade" }),
  until: at().notNull(),
});
