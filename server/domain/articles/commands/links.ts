import { eq, isNull } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { linksIn } from "#/server/platform/text";
import type { Reading } from "../../context";

const atOnce = 200;

/**
 * Looks for links in what was kept before links were looked for, and in what came by import. For the scheduler.
 * @returns how many posts and comments were looked through
 */
export async function findLinks({ db }: Pick<Reading, "db">): Promise<number> {
  let looked = 0;
  for (const table of [posts, comments]) {
    for (;;) {
      const rows = await db
        .select({ id: table.id, html: table.html })
        .from(table)
        .where(isNull(table.links))
        .limit(atOnce);
      for (const { id, html } of rows)
        await db
          .update(table)
          .set({ links: linksIn(html) })
          .where(eq(table.id, id));
      looked += rows.length;
      if (rows.length < atOnce) break;
    }
  }
  return looked;
}
