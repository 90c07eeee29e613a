import { type AnyColumn, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * The words of a list as far as there is room for them: whatever begins within its bytes is whole, so the first always
 * is. PostgreSQL knows the length of a text without fetching it.
 * @param inOrder the order in which the list is read
 * @param mostBytes of words in all, the last one not counted
 */
export function wordsWithin(html: AnyColumn | SQL.Aliased<string>, inOrder: readonly SQLWrapper[], mostBytes: number) {
  const bytes = sql`octet_length(${html})`;
  const before = sql`sum(${bytes}) over (order by ${sql.join([...inOrder], sql`, `)} rows unbounded preceding) - ${bytes}`;
  const fits = sql<boolean>`(${before}) < ${mostBytes}`;
  return {
    fits: fits.as("fits"),
    html: sql<string>`case when ${fits} then ${html} else '' end`.as("html"),
  };
}

/** Bytes of words in a feed, after which its older entries are left out: readers give up on files of some megabytes. */
export const mostBytesInFeed = 1_000_000;
