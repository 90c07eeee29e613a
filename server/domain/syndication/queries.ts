import { and, eq, isNull, ne } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { type Member, members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { feedKeys } from "#/db/schema/syndication";
import { countsOf } from "../comments/queries";
import { wholeComments } from "../comments/queries/latest";
import { notMuted } from "../connections/policy";
import type { Acting, Reading } from "../context";
import { wordsToTell } from "../feed/queries";
import { hashOf } from "../identities/token";
import { visibleTo } from "../posts/policy";
import { wholePosts } from "../posts/queries/latest";
import { fail } from "./errors";

/** Things a private feed carries at most. */
const limit = 30;

/** Whether a member has private feeds, and since when with this address. Never the address. */
export async function feedKeyOf({ db, viewer }: Acting): Promise<{ madeAt: Date } | null> {
  const [key] = await db.select({ madeAt: feedKeys.madeAt }).from(feedKeys).where(eq(feedKeys.memberId, viewer.id));
  return key ?? null;
}

/** Whose feeds these are: nobody's when the secret was renewed or ended, or its member is suspended. */
async function readerWith({ db }: Reading, token: string): Promise<Member> {
  const [found] = await db
    .select({ member: members })
    .from(feedKeys)
    .innerJoin(members, eq(members.id, feedKeys.memberId))
    .where(and(eq(feedKeys.tokenHash, hashOf(token)), isNull(members.suspendedAt)));
  return found?.member ?? fail("no-such-feed");
}

/**
 * The newest posts the member with this secret may and wants to read, whole, as things stand now. Feeds are often read
 * by a service elsewhere, so what somebody keeps for themselves alone is not in them.
 */
export async function postsFor(ctx: Reading, { token }: { token: string }) {
  const viewer = await readerWith(ctx, token);
  const wanted = and(
    visibleTo(viewer),
    isNull(posts.hiddenAt),
    ne(posts.audience, "me"),
    notMuted(viewer, posts.authorId, ctx.now()),
  );
  const found = await wholePosts(ctx, wanted, limit);
  const counts = await countsOf({ ...ctx, viewer }, { postIds: found.map(({ id }) => id) });
  return { name: viewer.name, posts: found, counts };
}

/** The newest comments likewise. */
export async function commentsFor(ctx: Reading, { token }: { token: string }) {
  const viewer = await readerWith(ctx, token);
  const wanted = and(
    wordsToTell({ ...ctx, viewer }),
    ne(posts.audience, "me"),
    notMuted(viewer, comments.authorId, ctx.now()),
    notMuted(viewer, posts.authorId, ctx.now()),
  );
  return { name: viewer.name, comments: await wholeComments(ctx, wanted, limit) };
}
