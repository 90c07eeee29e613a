import { type SQL, sql } from "drizzle-orm";
import { searchWords } from "#/db/schema/search";
import type { Reading } from "../context";

/** Words that were not read yet, or in another language: two ranges of an index, where "other than" would be none. */
export const waitsFor = (language: string): SQL => sql`(language < ${language} or language > ${language})`;

/** Whether something here was not read for search yet. */
export async function isStillReading({ db }: Pick<Reading, "db">, language: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from ${searchWords} where ${waitsFor(language)} limit 1`);
  return rows.length > 0;
}
