import { sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { searchWords } from "#/db/schema/search";
import type { Reading } from "../context";
import { settingsOf } from "../settings/queries";
import { waitsFor } from "./waiting";

/**
 * Reads what still waits for search: what stood before there was one, and what was read in another language than the
 * site's. A few at a time, each time its own transaction; several processes share the work.
 * @returns how many were read; 0 when nothing waits
 */
export async function readWaitingWords({ db }: Pick<Reading, "db">, most = 200): Promise<number> {
  const language = (await settingsOf({ db }))["search.language"];
  return db.transaction(async (tx) => {
    // Locked first, read by a later statement: what was changed until then is read as it is now, not as it was.
    const waiting = await tx
      .select({ id: searchWords.id })
      .from(searchWords)
      .where(waitsFor(language))
      .limit(most)
      .for("update", { skipLocked: true });
    if (waiting.length === 0) return 0;
    const ids = waiting.map(({ id }) => id);
    const { rowCount } = await tx.execute(sql`
    update ${searchWords} w set language = ${language}, words = read.words
    from (
      select waiting.id, kith_words(case when ${comments.id} is null then ${posts.title} else '' end,
        coalesce(${comments.html}, ${posts.html}), ${language}::regconfig) as words
      from (select id, post_id, comment_id from ${searchWords} where id = any(${sql.param(ids)}::uuid[])) waiting
      join ${posts} on ${posts.id} = waiting.post_id
      left join ${comments} on ${comments.id} = waiting.comment_id
    ) read where read.id = w.id`);
    // A row whose text is gone by now goes with it; it does not keep the job going round.
    return rowCount ?? 0;
  });
}
