import { and, eq, gt, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { reactions } from "#/db/schema/reactions";
import { settledComments } from "#/db/schema/sites";
import { visibleTo } from "../comments/policy";
import { notMuted } from "../connections/policy";
import type { Acting } from "../context";

/** Milliseconds after which nobody waits any more. */
const patience = 90 * 86_400_000;

/** Words somebody else wrote on the viewer's posts, as far as the viewer may and wants to read them. */
export const cameToMe = ({ viewer, now }: Acting): SQL | undefined =>
  and(
    eq(posts.authorId, viewer.id),
    eq(comments.kind, "comment"),
    eq(comments.state, "shown"),
    isNotNull(comments.authorId),
    ne(comments.authorId, viewer.id),
    visibleTo(viewer),
    notMuted(viewer, comments.authorId, now()),
  );

/**
 * That nothing came back for them yet: the viewer neither replied nor reacted, has not written under a post of theirs
 * since, and has not said that it is fine as it is.
 */
export const isUnanswered = ({ viewer, now }: Acting): SQL | undefined =>
  and(
    gt(comments.writtenAt, new Date(now().getTime() - patience)),
    sql`not exists (select 1 from ${comments} as "answer" where "answer".parent_id = ${comments.id}
      and "answer".author_id = ${viewer.id} and "answer".deleted_at is null)`,
    sql`not exists (select 1 from ${reactions} where ${reactions.commentId} = ${comments.id}
      and ${reactions.memberId} = ${viewer.id})`,
    sql`not exists (select 1 from ${settledComments} where ${settledComments.commentId} = ${comments.id})`,
    sql`not exists (select 1 from ${comments} as "visit" join ${posts} as "visited" on "visited".id = "visit".post_id
      where "visit".author_id = ${viewer.id} and "visited".author_id = ${comments.authorId}
      and "visit".written_at > ${comments.writtenAt} and "visit".deleted_at is null)`,
  );
