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
  const { rowCount } = await db.execute(sql`
    update ${searchWords} w set language = ${language}, words = read.words
    from (
      select waiting.id, kith_words(case when ${comments.id} is null then ${posts.title} else '' end,
        coalesce(${comments.html}, ${posts.html}), ${language}::regconfig) as words
      from (select id, post_id, comment_id from ${searchWords} where ${waitsFor(language)}
        limit ${most} for update skip locked) waiting
      join ${posts} on ${posts.id} = waiting.post_id
      left join ${comments} on ${comments.id} = waiting.comment_id
    ) read where read.id = w.id`);
  return rowCount ?? 0;
}
