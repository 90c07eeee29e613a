import { and, eq, inArray, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { settledComments } from "#/db/schema/sites";
import { type Acting, atomically } from "../context";
import { fail } from "./errors";
import { cameToMe, isUnanswered } from "./waiting";

/** "Fine as it is": whoever wrote this comment on a post of the viewer's waits no more, for it and what they wrote before. */
export const settle = (ctx: Acting, { key }: { key: string }) =>
  atomically(ctx, async (ctx) => {
    const author = ctx.db
      .select({ id: comments.authorId })
      .from(comments)
      .innerJoin(posts, eq(posts.id, comments.postId))
      .where(and(eq(comments.key, key), cameToMe(ctx)));
    const open = await ctx.db
      .select({ commentId: comments.id })
      .from(comments)
      .innerJoin(posts, eq(posts.id, comments.postId))
      .where(and(inArray(comments.authorId, author), cameToMe(ctx), isUnanswered(ctx)));
    if (open.length === 0) return fail("nobody-waits");
    const rows = open.map((it) => ({ ...it, settledAt: ctx.now() }));
    await ctx.db.insert(settledComments).values(rows).onConflictDoNothing();
  });

/** Takes that back: what was settled by the same press waits again. */
export const unsettle = (ctx: Acting, { key }: { key: string }) =>
  atomically(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ at: settledComments.settledAt, authorId: comments.authorId })
      .from(settledComments)
      .innerJoin(comments, eq(comments.id, settledComments.commentId))
      .innerJoin(posts, eq(posts.id, comments.postId))
      .where(and(eq(comments.key, key), eq(posts.authorId, ctx.viewer.id)));
    if (!row) return fail("nobody-waits");
    await ctx.db.delete(settledComments).where(
      and(
        eq(settledComments.settledAt, row.at),
        sql`${settledComments.commentId} in (select ${comments.id} from ${comments} join ${posts} on ${posts.id} = ${comments.postId}
          where ${comments.authorId} = ${row.authorId} and ${posts.authorId} = ${ctx.viewer.id})`,
      ),
    );
  });
