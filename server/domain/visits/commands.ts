import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { posts } from "#/db/schema/posts";
import { visits } from "#/db/schema/visits";
import type { Acting } from "../context";
import { visibleTo } from "../posts/policy";
import { fail } from "./errors";
import type { readSoFar } from "./input";
import { visitLasts } from "./queries";

/**
 * Remembers how far a member has read a conversation, for all their devices. What they have read they keep: an older
 * page that is looked at later takes nothing back.
 */
export async function noteVisit({ db, viewer, now }: Acting, { postKey, until }: z.infer<typeof readSoFar>) {
  const at = now();
  const [post] = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.key, postKey), isNotNull(posts.publishedAt), visibleTo(viewer)));
  if (!post) return fail("no-such-post");
  const readUntil = new Date(Math.min(until, at.getTime()));
  const isOver = sql`${visits.lastAt} < ${new Date(at.getTime() - visitLasts)}`;
  await db
    .insert(visits)
    .values({ memberId: viewer.id, postId: post.id, newSince: readUntil, readUntil, lastAt: at })
    .onConflictDoUpdate({
      target: [visits.memberId, visits.postId],
      set: {
        newSince: sql`case when ${isOver} then ${visits.readUntil} else ${visits.newSince} end`,
        readUntil: sql`greatest(${visits.readUntil}, ${readUntil})`,
        lastAt: at,
      },
    });
}
