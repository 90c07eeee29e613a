import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { members } from "./members";

/** A picture a member brought. Its files lie in the store under its key; who may see it follows from what shows it. */
export const pictures = pgTable(
  "pictures",
  {
    id: id(),
    /** Twenty characters nobody guesses. */
    key: text().notNull(),
    memberId: uuid().references(() => members.id, { onDelete: "set null" }),
    /** In pixels, of the largest form that is kept. */
    width: integer().notNull(),
    height: integer().notNull(),
    /** Whether there is a form of it that moves. */
    moving: boolean().notNull().default(false),
    /** The widths it is kept in. */
    widths: integer().array().notNull(),
    /** What all its forms take in the store. */
    bytes: bigint({ mode: "number" }).notNull(),
    madeAt: at().notNull(),
    /** Since when nothing shows it. */
    unusedSince: at(),
    /** When it was decided that it goes; its files go next, and then this row. */
    erasedAt: at(),
  },
  (t) => [
    uniqueIndex("pictures_key").on(t.key),
    index("pictures_of_member").on(t.memberId, t.madeAt, t.id),
    index("pictures_unused").on(t.unusedSince).where(sql`unused_since is not null`),
    check("a_picture_has_a_size", sql`${t.width} > 0 and ${t.height} > 0`),
  ],
);

export type Picture = typeof pictures.$inferSelect;
