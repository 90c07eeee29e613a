import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#/db/client";
import { importedThings } from "#/db/schema/imports";

/** What came in before, by the names it has in its old place. One statement, however many are asked for. */
export async function knownThings(
  db: Db,
  origin: string,
  kind: "author" | "post" | "comment",
  names: readonly string[],
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .select({ name: importedThings.foreignId, id: importedThings.thingId })
    .from(importedThings)
    .where(
      and(
        eq(importedThings.origin, origin),
        eq(importedThings.kind, kind),
        sql`${importedThings.foreignId} = any(${sql.param([...names])}::text[])`,
      ),
    );
  return new Map(rows.map(({ name, id }) => [name, id]));
}
