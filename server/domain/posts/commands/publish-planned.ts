import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { atomically, type Reading } from "../../context";
import { tell } from "../../events";

/**
 * Publishes the post whose planned time passed first, dated as it was planned, however late this runs. Several processes
 * may call it at once: a row that another one holds is passed over, so each post is published by one. What a suspended
 * member planned waits.
 * @returns whether there was one
 */
export function publishNextPlanned(ctx: Reading): Promise<boolean> {
  return atomically(ctx, async (ctx) => {
    const [due] = await ctx.db
      .select({ id: posts.id, authorId: posts.authorId, plannedFor: posts.plannedFor })
      .from(posts)
      .innerJoin(members, eq(members.id, posts.authorId))
      .where(and(lte(posts.plannedFor, ctx.now()), isNull(posts.deletedAt), isNull(members.suspendedAt)))
      .orderBy(asc(posts.plannedFor), asc(posts.id))
      .limit(1)
      .for("no key update", { of: posts, skipLocked: true });
    if (!due) return false;
    await ctx.db.update(posts).set({ publishedAt: due.plannedFor, plannedFor: null }).where(eq(posts.id, due.id));
    await tell(ctx, { type: "post.published", postId: due.id, authorId: due.authorId });
    return true;
  });
}
