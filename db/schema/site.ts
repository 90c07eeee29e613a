import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { members } from "./members";

/** A fact that was told, kept in the transaction that made it true and carried on by a job. */
export const events = pgTable(
  "events",
  {
    id: id(),
    type: text().notNull(),
    fact: jsonb().$type<Record<string, unknown>>().notNull(),
    at: at().notNull(),
    carriedAt: at(),
  },
  (t) => [index("events_waiting").on(t.id).where(sql`carried_at is null`), index("events_carried").on(t.carriedAt)],
);

/** What an operator set differently from the default. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  changedAt: at().notNull(),
  changedById: uuid().references(() => members.id, { onDelete: "set null" }),
});

/** How much of a limit somebody has used, until the window ends. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  used: integer().notNull(),
  endsAt: at().notNull(),
});

/** A mail on its way out, or kept to be read at /dev/mail when no SMTP server is set. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    /** What it will tell of, where its words are set only when it goes; see `thread_letters`. */
    about: jsonb().$type<Record<string, string>>(),
    madeAt: at().notNull(),
    sentAt: at(),
    /** When it was given up. */
    failedAt: at(),
    /** What the mail server said the last time. */
    failure: text(),
    tries: integer().notNull().default(0),
    /** When it may be tried again; while somebody sends it, when others may. */
    tryAt: at(),
  },
  (t) => [
    index("mails_newest").on(t.madeAt, t.id),
    index("mails_waiting").on(t.madeAt, t.id).where(sql`sent_at is null and failed_at is null`),
  ],
);
