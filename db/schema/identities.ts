import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { members } from "./members";

/** A proof of who a member is: a password, a mail address that answered, or an account at another provider. */
export const identities = pgTable(
  "identities",
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    kind: text({ enum: ["password", "mail", "oidc"] }).notNull(),
    /** Who vouches: `kith` for a password, `mail`, or the provider's id. */
    provider: text().notNull(),
    /** The member as the provider knows them. For a password the member's own id. */
    subject: text().notNull(),
    /** A PHC string, for a password only. */
    secret: text(),
    madeAt: at().notNull(),
  },
  (t) => [
    uniqueIndex("identities_subject").on(t.provider, t.subject),
    uniqueIndex("one_password_each").on(t.memberId).where(sql`kind = 'password'`),
    index("identities_of_member").on(t.memberId),
    check("a_password_has_a_secret", sql`(${t.kind} = 'password') = (${t.secret} is not null)`),
  ],
);

/** An open door in one browser. Only the hash of its token is kept. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    tokenHash: text().notNull(),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    madeAt: at().notNull(),
    seenAt: at().notNull(),
    expiresAt: at().notNull(),
    agent: text().notNull().default(""),
    /** What was shown at the door. Who came by a mailed link may soon after choose a new password without the old. */
    how: text({ enum: ["password", "link", "provider", "first"] })
      .notNull()
      .default("password"),
  },
  (t) => [uniqueIndex("sessions_token").on(t.tokenHash), index("sessions_of_member").on(t.memberId, t.seenAt)],
);

/**
 * A link that works once: it lets somebody in, proves a member's new mail address, or makes the owner on the first
 * visit. Only its hash is kept.
 */
export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    id: id(),
    purpose: text({ enum: ["enter", "prove", "owner"] }).notNull(),
    /** The mail address it was sent to; empty for the owner's link. */
    subject: text().notNull(),
    /** Whose address it proves. */
    memberId: uuid().references(() => members.id, { onDelete: "cascade" }),
    tokenHash: text().notNull(),
    madeAt: at().notNull(),
    expiresAt: at().notNull(),
  },
  (t) => [
    uniqueIndex("one_time_links_token").on(t.tokenHash),
    index("one_time_links_subject").on(t.purpose, t.subject),
    index("one_time_links_expiry").on(t.expiresAt),
  ],
);

export type Identity = typeof identities.$inferSelect;
export type Session = typeof sessions.$inferSelect;
