import { type AnyColumn, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * Bytes of rendered comments on a page. A hundred ordinary ones are 40 KB; fifty branches of the longest there can be
 * would be over 100 MB, which is work for the server and more than a phone can show.
 */
export const mostBytes = 1_500_000;

/**
 * The words of a page's comments as far as there is room for them: whatever begins within its bytes is whole, so the
 * first always is. PostgreSQL knows the length of a text without fetching it.
 * @param inOrder the order in which the page is read
 */
export function roomFor(html: AnyColumn | SQL.Aliased<string>, inOrder: readonly SQLWrapper[]) {
  const bytes = sql`octet_length(${html})`;
  const before = sql`sum(${bytes}) over (order by ${sql.join([...inOrder], sql`, `)} rows unbounded preceding) - ${bytes}`;
  const fits = sql<boolean>`(${before}) < ${mostBytes}`;
  return {
    fits: fits.as("fits"),
    html: sql<string>`case when ${fits} then ${html} else '' end`.as("html"),
  };
}
