import { and, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { sites } from "#/db/schema/sites";
import type { Reading } from "../context";
import { settingsOf } from "../settings/queries";

/** Comments that stand: neither held, hidden nor deleted. */
const stand = and(
  eq(comments.kind, "comment"),
  eq(comments.state, "shown"),
  isNull(comments.hiddenAt),
  isNull(comments.deletedAt),
);

/** How many comments of a member were let stand. */
export async function standingComments({ db }: Pick<Reading, "db">, memberId: string): Promise<number> {
  const [row] = await db
    .select({ many: count() })
    .from(comments)
    .where(and(eq(comments.authorId, memberId), stand));
  return row?.many ?? 0;
}

/**
 * Whether a member's link is a plain one, which search engines follow: their site is verified, and enough of their
 * comments were let stand. Said in SQL for the author in a column, over `sites`.
 */
export async function isEarned(ctx: Pick<Reading, "db">, authorId: SQL): Promise<SQL<boolean>> {
  const { "latest.earned": enough } = await settingsOf(ctx);
  return sql<boolean>`(${sites.provenAt} is not null and (select count(*) from (select 1 from ${comments} as "standing"
    where "standing".author_id = ${authorId} and "standing".kind = 'comment' and "standing".state = 'shown'
    and "standing".hidden_at is null and "standing".deleted_at is null limit ${enough}) as few) >= ${enough})`;
}
