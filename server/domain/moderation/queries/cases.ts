import { asc, eq, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { moderationLog, reports } from "#/db/schema/moderation";
import { posts } from "#/db/schema/posts";
import { excerptOf, plainOf } from "#/server/platform/text";
import { permalinkOf } from "../../comments/address";
import type { Acting } from "../../context";
import { addressOf } from "../../posts/address";
import { blockedFrom } from "../../posts/nearness";
import { visibleTo } from "../../posts/policy";
import { type Judged, permissions } from "../policy";

type Person = { name: string; handle: string };
/** Who wrote something: a member, or (without a handle) somebody who has no place here. */
export type Writer = { name: string; handle: string | null };

export type Report = {
  id: string;
  by: Person;
  apart: boolean;
  reason: string;
  words: string;
  at: Date;
  answer: string | null;
};
export type PastAct = { id: string; act: string; by: Person | null; rule: string | null; reason: string; at: Date };

const longestWords = 1200;

/** The names of things; exactly one of the two is set. */
type Names = { commentId: string | null; postId: string | null };

const parents = alias(comments, "parents");
const parentAuthors = alias(members, "parent_authors");
const postAuthors = alias(members, "post_authors");

/**
 * Everything a moderator needs to judge each of these, by the thing's id. Blocks between people do not count here,
 * they are only marked; who may read the words elsewhere is not asked either, because somebody called a moderator.
 */
export async function casesOf(ctx: Acting, names: readonly Names[]): Promise<Map<string, Case>> {
  const commentIds = names.flatMap(({ commentId }) => commentId ?? []);
  const postIds = names.flatMap(({ commentId, postId }) => (commentId ? [] : (postId ?? [])));
  if (commentIds.length + postIds.length === 0) return new Map();
  const told = await reportsOn(ctx, commentIds, postIds);
  const acts = await actsOn(ctx, commentIds, postIds);
  const things = [
    ...(commentIds.length > 0 ? await commentsToJudge(ctx, commentIds) : []),
    ...(postIds.length > 0 ? await postsToJudge(ctx, postIds) : []),
  ];
  return new Map(
    things.map(({ id, judged, ...thing }) => {
      const mine = told.filter((report) => report.about === id).map(({ about: _, ...report }) => report);
      const open = mine.some(({ answer }) => answer === null);
      const past = acts.filter((act) => act.about === id).map(({ about: _, ...act }) => act);
      const may = permissions(ctx.viewer, { ...judged, reported: mine.length > 0 });
      return [id, { ...thing, reports: mine, acts: past, can: { ...may, keep: may.judge && open } }];
    }),
  );
}

export type Case = Omit<Awaited<ReturnType<typeof commentsToJudge>>[number], "id" | "judged"> & {
  reports: Report[];
  acts: PastAct[];
  can: ReturnType<typeof permissions> & { keep: boolean };
};

async function commentsToJudge({ db, viewer }: Acting, ids: string[]) {
  const rows = await db
    .select({
      comment: comments,
      post: { key: posts.key, slug: posts.slug, title: posts.title, audience: posts.audience },
      seen: sql<boolean>`coalesce(${visibleTo(viewer)}, false)`,
      author: { name: members.name, handle: members.handle },
      parent: { html: parents.html, deletedAt: parents.deletedAt, guestName: parents.guestName },
      parentAuthor: { name: parentAuthors.name, handle: parentAuthors.handle },
      apart: blockedFrom(viewer, comments.authorId),
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(members, eq(members.id, comments.authorId))
    .leftJoin(parents, eq(parents.id, comments.parentId))
    .leftJoin(parentAuthors, eq(parentAuthors.id, parents.authorId))
    .where(inArray(comments.id, ids));
  return rows.map(({ comment, post, seen, author, parent, parentAuthor, apart }) => ({
    id: comment.id,
    kind: "comment" as "comment" | "post",
    key: comment.key,
    href: permalinkOf(post, comment.key),
    post: { title: post.title, href: addressOf(post), audience: post.audience },
    author: writerOf(author, comment.guestName),
    apart,
    /** False where the words can be read by this moderator nowhere but here. */
    readable: seen && !apart && comment.state === "shown",
    state: comment.state,
    hidden: comment.hiddenAt ? { rule: comment.hiddenRule, at: comment.hiddenAt } : null,
    writtenAt: comment.writtenAt,
    html: comment.html,
    words: excerptOf(plainOf(comment.html), longestWords),
    parent: parent && !parent.deletedAt ? parentOf(parent, parentAuthor) : null,
    judged: { ...comment, addressed: seen, readable: seen } satisfies Omit<Judged, "reported">,
  }));
}

async function postsToJudge({ db, viewer }: Acting, ids: string[]) {
  const rows = await db
    .select({
      post: posts,
      author: { name: postAuthors.name, handle: postAuthors.handle },
      seen: sql<boolean>`coalesce(${visibleTo(viewer)}, false)`,
      apart: blockedFrom(viewer, posts.authorId),
    })
    .from(posts)
    .innerJoin(postAuthors, eq(postAuthors.id, posts.authorId))
    .where(inArray(posts.id, ids));
  return rows.map(({ post, author, seen, apart }) => ({
    id: post.id,
    kind: "post" as "comment" | "post",
    key: post.key,
    href: addressOf(post),
    post: { title: post.title, href: addressOf(post), audience: post.audience },
    author: writerOf(author, null),
    apart,
    readable: seen,
    state: "shown" as (typeof comments.$inferSelect)["state"],
    hidden: post.hiddenAt ? { rule: post.hiddenRule, at: post.hiddenAt } : null,
    writtenAt: post.publishedAt ?? post.madeAt,
    html: post.html,
    words: excerptOf(plainOf(post.html), longestWords),
    parent: null as { author: Writer; words: string } | null,
    judged: { ...post, state: "shown", addressed: seen, readable: seen } satisfies Omit<Judged, "reported">,
  }));
}

const writerOf = (member: Person | null, guestName: string | null): Writer =>
  member ?? { name: guestName ?? "Somebody", handle: null };

const parentOf = (parent: { html: string; guestName: string | null }, author: Person | null) => ({
  author: writerOf(author, parent.guestName),
  words: excerptOf(plainOf(parent.html), 300),
});

async function reportsOn({ db, viewer }: Acting, commentIds: string[], postIds: string[]) {
  return db
    .select({
      about: sql<string>`coalesce(${reports.commentId}, ${reports.postId})`,
      id: reports.id,
      by: { name: members.name, handle: members.handle },
      apart: blockedFrom(viewer, reports.reporterId),
      reason: reports.reason,
      words: reports.words,
      at: reports.madeAt,
      answer: reports.answer,
    })
    .from(reports)
    .innerJoin(members, eq(members.id, reports.reporterId))
    .where(or(inArray(reports.commentId, commentIds), inArray(reports.postId, postIds)))
    .orderBy(asc(reports.madeAt), asc(reports.id));
}

/** What moderators did about these before; acts on a comment name its post as well. */
async function actsOn({ db }: Acting, commentIds: string[], postIds: string[]) {
  const about = sql<string>`coalesce(${moderationLog.commentId}, ${moderationLog.postId})`;
  return db
    .select({
      about,
      id: moderationLog.id,
      act: moderationLog.act,
      by: { name: members.name, handle: members.handle },
      rule: moderationLog.rule,
      reason: moderationLog.reason,
      at: moderationLog.at,
    })
    .from(moderationLog)
    .leftJoin(members, eq(members.id, moderationLog.byId))
    .where(
      or(
        inArray(moderationLog.commentId, commentIds),
        sql`${moderationLog.commentId} is null and ${inArray(moderationLog.postId, postIds)}`,
      ),
    )
    .orderBy(asc(moderationLog.at), asc(moderationLog.id));
}
