import { and, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { posts } from "#/db/schema/posts";
import { atomically, type Reading } from "../../context";
import { tell } from "../../events";
import { settingsOf } from "../../settings/queries";

/** So many threads are closed in one step, so that none of them is locked for long. */
const atOnce = 200;

/**
 * Closes the comments of posts that have reached their days, and opens them again where somebody has given them more.
 * Several processes may call it at once: a post that another one holds is passed over.
 * @returns how many there were
 */
export function closeOldThreads(ctx: Reading): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const site = (await settingsOf(ctx))["comments.close-days"];
    const days = sql`coalesce(${posts.commentsCloseDays}, ${site}::int)`;
    const isOver: SQL = sql`(${days} > 0 and ${posts.publishedAt} + make_interval(days => ${days}) <= ${ctx.now()})`;
    // Without a rule of the site only the few posts that have days of their own, or are closed, need a look.
    const own = or(isNotNull(posts.commentsCloseDays), isNotNull(posts.commentsClosedAt));
    const due = await ctx.db
      .select({ id: posts.id, isOver: sql<boolean>`${isOver}` })
      .from(posts)
      .where(
        and(
          isNotNull(posts.publishedAt),
          isNull(posts.deletedAt),
          sql`${isOver} is distinct from (${posts.commentsClosedAt} is not null)`,
          site === 0 ? own : undefined,
        ),
      )
      .limit(atOnce)
      .for("no key update", { skipLocked: true });
    if (due.length === 0) return 0;
    for (const over of [true, false]) {
      const ids = due.filter(({ isOver }) => isOver === over).map(({ id }) => id);
      const commentsClosedAt = over ? ctx.now() : null;
      if (ids.length > 0) await ctx.db.update(posts).set({ commentsClosedAt }).where(inArray(posts.id, ids));
    }
    await tell(ctx, { type: "threads.closed", postIds: due.map(({ id }) => id) });
    return due.length;
  });
}
