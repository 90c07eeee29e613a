import { and, eq, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import { drafts } from "#/db/schema/drafts";
import { postPins, postRevisions, posts } from "#/db/schema/posts";
import { type Acting, atomically, type Reading } from "../../context";
import { tell } from "../../events";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { findPost } from "../find";
import { can } from "../policy";
import { kept } from "./write";

const day = 24 * 60 * 60 * 1000;

/** Takes a post away from everybody. Its author may undo it for some days; then its words go for good. */
export function deletePost(ctx: Acting, { key }: { key: string }) {
  return atomically(ctx, async (ctx) => {
    const post = await findPost(ctx, key, { lock: true });
    if (post.deletedAt && post.authorId === ctx.viewer.id) return kept(post);
    const answer = can(ctx.viewer, "delete", post);
    if (!answer.ok) return fail(answer.because);
    await ctx.db
      .update(posts)
      .set({ deletedAt: ctx.now(), plannedFor: null, onceKey: null })
      .where(eq(posts.id, post.id));
    await tell(ctx, { type: "post.deleted", postId: post.id, authorId: post.authorId });
    return kept(post);
  });
}

/** Brings a deleted post back as it was. */
export function undoDeletePost(ctx: Acting, { key }: { key: string }) {
  return atomically(ctx, async (ctx) => {
    const post = await findPost(ctx, key, { lock: true });
    const answer = can(ctx.viewer, "undo", post);
    if (!answer.ok) return fail(answer.because);
    await ctx.db.update(posts).set({ deletedAt: null }).where(eq(posts.id, post.id));
    await tell(ctx, { type: "post.changed", postId: post.id, authorId: post.authorId });
    return kept(post);
  });
}

/** Erases the words of posts whose days to undo are over. For the scheduler; gives how many there were. */
export async function eraseDeletedPosts({ db, now }: Reading): Promise<number> {
  const days = (await settingsOf({ db }))["comments.undo-days"];
  const erased = await db
    .update(posts)
    .set({
      source: "",
      html: "",
      excerpt: "",
      title: "",
      slug: "deleted",
      links: [],
      articleId: null,
      erasedAt: now(),
      onceKey: null,
    })
    .where(
      and(
        isNotNull(posts.deletedAt),
        isNull(posts.erasedAt),
        lte(posts.deletedAt, new Date(now().getTime() - days * day)),
      ),
    )
    .returning({ id: posts.id, key: posts.key });
  const ids = erased.map(({ id }) => id);
  if (ids.length > 0) {
    await db.delete(postRevisions).where(inArray(postRevisions.postId, ids));
    await db.delete(postPins).where(inArray(postPins.postId, ids));
    await db.delete(drafts).where(
      inArray(
        drafts.place,
        erased.map(({ key }) => `post/${key}`),
      ),
    );
  }
  return erased.length;
}
