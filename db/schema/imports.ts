import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { members } from "./members";

/** One run of an import: the file, how far it is, and in the end its account. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    kind: text({ enum: ["wxr"] }).notNull(),
    fileName: text().notNull(),
    /** Where the uploaded file lies while the import runs, under the data folder. */
    filePath: text(),
    bytes: integer().notNull().default(0),
    bytesRead: integer().notNull().default(0),
    dryRun: boolean().notNull().default(false),
    byId: uuid().references(() => members.id, { onDelete: "set null" }),
    startedAt: at().notNull(),
    finishedAt: at(),
    state: text({ enum: ["waiting", "running", "done", "refused", "failed"] })
      .notNull()
      .default("waiting"),
    account: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    index("imports_newest").on(t.startedAt, t.id),
    uniqueIndex("one_import_at_a_time").on(t.kind).where(sql`state = 'running'`),
  ],
);

/** What something was called in the place it came from, so that a second import finds it again. */
export const importedThings = pgTable(
  "imported_things",
  {
    /** The site it came from, by its address. */
    origin: text().notNull(),
    kind: text({ enum: ["author", "post", "comment"] }).notNull(),
    foreignId: text().notNull(),
    thingId: uuid().notNull(),
    importId: uuid().references(() => imports.id, { onDelete: "set null" }),
  },
  (t) => [primaryKey({ columns: [t.origin, t.kind, t.foreignId] }), index("imported_by_thing").on(t.thingId)],
);
