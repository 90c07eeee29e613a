import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { subscriptions, wishes } from "#/db/schema/subscriptions";
import { permalinkOf } from "../comments/address";
import { wordsVisibleTo } from "../comments/policy";
import type { Acting, Reading } from "../context";
import { decodeCursor, paged } from "../cursor";
import { memberById } from "../members/queries";
import { addressOf } from "../posts/address";
import { visibleTo } from "../posts/policy";
import { fail } from "./errors";
import { findThread } from "./find";
import type { thread } from "./input";
import { letterOf } from "./letter-link";
import { standard, type Standing } from "./levels";

/** What one chose for a thread or a branch, and what holds there without a choice. */
export async function subscriptionTo(ctx: Acting, where: z.infer<typeof thread>) {
  const { db, viewer } = ctx;
  const { postId, commentId } = await findThread(ctx, where);
  const rows = await db
    .select({
      own: eq(posts.authorId, viewer.id).mapWith(Boolean),
      wrote: sql<boolean>`exists (select 1 from ${comments} x where x.post_id = ${postId}
        and x.author_id = ${viewer.id} and x.state = 'shown' and x.deleted_at is null)`,
      wish: wishes,
      // The first tells whether there is one, and is never null in a choice.
      choice: { level: subscriptions.level, commentId: subscriptions.commentId },
    })
    .from(posts)
    .leftJoin(wishes, eq(wishes.memberId, viewer.id))
    .leftJoin(subscriptions, and(eq(subscriptions.memberId, viewer.id), eq(subscriptions.postId, posts.id)))
    .where(eq(posts.id, postId));
  const at = (id: string | null) => rows.find(({ choice }) => choice && choice.commentId === id)?.choice?.level ?? null;
  return {
    chosen: at(commentId),
    /** Without a choice here: for a branch what holds for the thread, for a thread one's wishes. */
    otherwise: (commentId && at(null)) || wishedIn(rows[0]),
  };
}

type Kin = { own: boolean; wrote: boolean; wish: Wishes | null };
type Wishes = Pick<typeof wishes.$inferSelect, "ownPosts" | "whereIWrite">;

/** What holds in a thread one chose nothing for. */
function wishedIn(post: Kin | undefined): Standing {
  const wish = post?.wish ?? standard;
  if (post?.own) return wish.ownPosts;
  return post?.wrote ? wish.whereIWrite : "none";
}

/** What holds for threads one chose nothing for. */
export async function wishesOf({ db, viewer }: Pick<Acting, "db" | "viewer">) {
  const [row] = await db.select().from(wishes).where(eq(wishes.memberId, viewer.id));
  const { ownPosts, whereIWrite, byMail } = row ?? standard;
  return { ownPosts, whereIWrite, byMail };
}

/** The threads and branches one chose something for, the latest choice first, as far as one may read them now. */
export async function subscriptionsOf(
  { db, viewer }: Acting,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const place = cursor ? decodeCursor(cursor) : null;
  const rows = await db
    .select({
      id: subscriptions.id,
      level: subscriptions.level,
      changedAt: subscriptions.changedAt,
      post: { key: posts.key, slug: posts.slug, title: posts.title },
      comment: { key: comments.key, excerpt: comments.excerpt },
    })
    .from(subscriptions)
    .innerJoin(posts, eq(posts.id, subscriptions.postId))
    .leftJoin(comments, eq(comments.id, subscriptions.commentId))
    .where(
      and(
        eq(subscriptions.memberId, viewer.id),
        visibleTo(viewer),
        sql`(${isNull(subscriptions.commentId)} or ${wordsVisibleTo(viewer)})`,
        place ? sql`(${subscriptions.changedAt}, ${subscriptions.id}) < (${place.at}, ${place.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(subscriptions.changedAt), desc(subscriptions.id))
    .limit(limit + 1);
  const { items, next } = paged(rows, limit, ({ changedAt, id }) => ({ at: changedAt, id }));
  return {
    items: items.map(({ id, level, changedAt, post, comment }) => ({
      id,
      level,
      changedAt,
      postKey: post.key,
      commentKey: comment?.key ?? null,
      title: post.title,
      excerpt: comment?.excerpt ?? null,
      href: comment ? permalinkOf(post, comment.key) : `${addressOf(post)}#comments`,
    })),
    next,
  };
}

/** What the link in a letter can end, and whether it has. The thread is named to nobody who may not read it any more. */
export async function letterLink({ db }: Reading, { token }: { token: string }) {
  const { memberId, postId } = letterOf(token) ?? fail("no-such-letter");
  const member = (await memberById({ db }, memberId)) ?? fail("no-such-letter");
  const [post] = await db
    .select({ key: posts.key, slug: posts.slug, title: posts.title })
    .from(posts)
    .where(and(eq(posts.id, postId), visibleTo(member)));
  const [row] = await db
    .select({ level: subscriptions.level })
    .from(subscriptions)
    .where(
      and(eq(subscriptions.memberId, memberId), eq(subscriptions.postId, postId), isNull(subscriptions.commentId)),
    );
  return { thread: post ? { title: post.title, href: addressOf(post) } : null, ended: row?.level === "off" };
}
