import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { moderationLog, reports } from "#/db/schema/moderation";
import { notifications } from "#/db/schema/notifications";
import { posts } from "#/db/schema/posts";
import { permalinkOf } from "../comments/address";
import { wordsVisibleTo } from "../comments/policy";
import { termsOf } from "../connections/terms";
import type { Acting } from "../context";
import { decodeCursor, paged } from "../cursor";
import { addressOf } from "../posts/address";
import { visibleTo as postVisibleTo } from "../posts/policy";
import { about, visibleTo } from "./policy";

const actors = alias(members, "actors");

/**
 * What a member was told, newest first, with its words as they stand now and as this member may read them now.
 * Something they may no longer see is not in the list at all.
 */
export async function notificationsOf(ctx: Acting, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const { db, viewer } = ctx;
  const place = cursor ? decodeCursor(cursor) : null;
  const rows = await db
    .select({
      it: notifications,
      actor: { name: actors.name, handle: actors.handle },
      post: { key: posts.key, slug: posts.slug, title: posts.title, excerpt: posts.excerpt },
      postSeen: sql<boolean>`coalesce(${postVisibleTo(viewer)}, false)`,
      comment: { key: comments.key, excerpt: comments.excerpt },
      wordsSeen: sql<boolean>`coalesce(${wordsVisibleTo(viewer)}, false)`,
      decided: decision,
      answer: reportAnswer,
      hiddenNow,
    })
    .from(notifications)
    .leftJoin(posts, about.post)
    .leftJoin(comments, about.comment)
    .leftJoin(actors, eq(actors.id, notifications.actorId))
    .where(
      and(
        visibleTo(viewer, await termsOf(ctx)),
        place ? sql`(${notifications.madeAt}, ${notifications.id}) < (${place.at}, ${place.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(notifications.madeAt), desc(notifications.id))
    .limit(limit + 1);
  const { items, next } = paged(rows, limit, ({ it }) => ({ at: it.madeAt, id: it.id }));
  return { items: items.map(told), next };
}

type Decision = { rule: string | null; reason: string; role: "owner" | "moderator" | null };

/** The last hiding of what was hidden: under which rule, why, and in what role somebody decided it. Never who. */
const decision = sql<Decision | null>`(case when ${inArray(notifications.kind, ["hidden", "unhidden"])} then (
  select json_build_object('rule', l.rule, 'reason', l.reason, 'role', m.role)
  from ${moderationLog} l left join ${members} m on m.id = l.by_id
  where l.act = 'hide' and l.post_id = ${notifications.postId} and l.comment_id is not distinct from ${notifications.commentId}
    and l.at <= ${notifications.madeAt}
  order by l.at desc, l.id desc limit 1) end)`;

const reportAnswer = sql<"hidden" | "kept" | null>`(case when ${notifications.kind} = 'report-answered' then (
  select r.answer from ${reports} r where r.reporter_id = ${notifications.memberId}
    and (r.comment_id = ${notifications.commentId} or (${notifications.commentId} is null and r.post_id = ${notifications.postId}))
  limit 1) end)`;

/** Whether what it is about is hidden at this moment. */
const hiddenNow = sql<boolean>`(case when ${notifications.commentId} is null then ${posts.hiddenAt} else ${comments.hiddenAt} end) is not null`;

type Row = {
  it: typeof notifications.$inferSelect;
  actor: { name: string; handle: string } | null;
  post: { key: string; slug: string; title: string; excerpt: string } | null;
  postSeen: boolean;
  comment: { key: string; excerpt: string } | null;
  wordsSeen: boolean;
  decided: Decision | null;
  answer: "hidden" | "kept" | null;
  hiddenNow: boolean;
};

function told({ it, actor, post, postSeen, comment, wordsSeen, decided, answer, hiddenNow }: Row) {
  const seenPost = postSeen ? post : null;
  const seenComment = postSeen && wordsSeen ? comment : null;
  return {
    id: it.id,
    kind: it.kind,
    at: it.madeAt,
    unread: it.readAt === null,
    actor,
    about: it.commentId ? ("comment" as const) : ("post" as const),
    post: seenPost && { title: seenPost.title, href: addressOf(seenPost) },
    href: hrefOf(it.kind, actor, seenPost, it.commentId ? comment : null),
    excerpt: it.commentId ? (seenComment?.excerpt ?? null) : it.postId ? (seenPost?.excerpt ?? null) : null,
    decided: decided?.rule ? decided : null,
    answer,
    /** What was hidden is back, and this member may read it. */
    isBack: !hiddenNow && (it.commentId ? seenComment : seenPost) !== null,
  };
}

/** Where it leads: the words' place, the waiting requests, or the person. Null where nothing is left to go to. */
function hrefOf(
  kind: Row["it"]["kind"],
  actor: Row["actor"],
  post: Row["post"],
  comment: Row["comment"],
): string | null {
  if (kind === "request") return "/requests";
  if (kind === "accepted") return actor && `/m/${actor.handle}`;
  if (!post) return null;
  return comment ? permalinkOf(post, comment.key) : addressOf(post);
}
