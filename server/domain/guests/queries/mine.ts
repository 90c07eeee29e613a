import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { comments, type Guest, guests } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import type { Acting } from "../../context";
import { visibleTo } from "../../posts/policy";

/** Whom a member was here as a guest: by the address they have proven, and by no other. */
export async function guestOfMember({ db, viewer }: Acting): Promise<Guest | null> {
  if (!viewer.mail || !viewer.mailVerifiedAt) return null;
  const [guest] = await db
    .select()
    .from(guests)
    .where(eq(sql`lower(${guests.mail})`, viewer.mail.toLowerCase()));
  return guest ?? null;
}

/** What a member wrote as a guest and may claim: how much, and the newest in short, where they may still read the post. */
export async function claimable(ctx: Acting) {
  const guest = await guestOfMember(ctx);
  if (!guest) return { many: 0, newest: [] };
  const theirs = and(eq(comments.guestId, guest.id), isNull(comments.authorId), isNull(comments.deletedAt));
  const [row] = await ctx.db.select({ many: count() }).from(comments).where(theirs);
  const newest = await ctx.db
    .select({ key: comments.key, name: comments.guestName, words: comments.excerpt, title: posts.title })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(theirs, visibleTo(ctx.viewer)))
    .orderBy(desc(comments.writtenAt), desc(comments.id))
    .limit(5);
  return { many: row?.many ?? 0, newest };
}
