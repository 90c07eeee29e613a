import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { connectionRequests, connections } from "#/db/schema/connections";
import { reports } from "#/db/schema/moderation";
import { notifications } from "#/db/schema/notifications";
import { posts } from "#/db/schema/posts";
import { wordsVisibleTo } from "../comments/policy";
import * as requestRules from "../connections/policy";
import type { Terms } from "../connections/terms";
import type { Viewer } from "../policy";
import * as postRules from "../posts/policy";

/** The post and the comment a notification is about, as they stand now: join them as `posts` and `comments`. */
export const about = {
  post: eq(posts.id, notifications.postId),
  comment: eq(comments.id, notifications.commentId),
};

/** Somebody's words, which the member may still read. */
const wordsStand = (viewer: Viewer) =>
  and(
    inArray(notifications.kind, ["comment", "reply", "mention", "followed"]),
    isNotNull(posts.id),
    postRules.visibleTo(viewer),
    or(isNull(notifications.commentId), and(isNotNull(comments.id), wordsVisibleTo(viewer))),
  );

/** A request is told of as long as whoever was asked may see it; an acceptance as long as it stands. */
const requestStands = (viewer: Viewer, terms: Terms) =>
  or(
    and(
      inArray(notifications.kind, ["request", "accepted"]),
      sql`exists (select 1 from ${connectionRequests} where ${connectionRequests.id} = ${notifications.requestId}
        and (${notifications.kind} = 'request' or ${connectionRequests.answer} = 'accepted')
        and ${requestRules.visibleTo(viewer, terms)})`,
    ),
    and(
      eq(notifications.kind, "accepted"),
      isNull(notifications.requestId),
      sql`exists (select 1 from ${connections} where ${connections.memberId} = ${notifications.memberId}
        and ${connections.otherId} = ${notifications.actorId})`,
    ),
  );

/** What was decided about one's own words, as long as they are not deleted. */
const decisionStands = and(
  inArray(notifications.kind, ["hidden", "unhidden"]),
  sql`coalesce(${comments.deletedAt}, ${posts.deletedAt}) is null`,
);

/** The answer to one's own report; none while it was taken back. */
const answerStands = and(
  eq(notifications.kind, "report-answered"),
  sql`exists (select 1 from ${reports} where ${reports.reporterId} = ${notifications.memberId} and ${reports.answer} is not null
    and (${reports.commentId} = ${notifications.commentId}
      or (${notifications.commentId} is null and ${reports.postId} = ${notifications.postId})))`,
);

/**
 * What a member is shown of what they were told: their own notifications, without those about something they may no
 * longer see, or from somebody who is blocked or muted. Over `notifications`, left-joined with `about`.
 */
export function visibleTo(viewer: Viewer, terms: Terms): SQL {
  if (!viewer) return sql`false`;
  return (
    and(
      eq(notifications.memberId, viewer.id),
      requestRules.notBlocked(viewer, notifications.actorId),
      requestRules.notMuted(viewer, notifications.actorId, terms.now),
      or(wordsStand(viewer), requestStands(viewer, terms), decisionStands, answerStands),
    ) ?? sql`false`
  );
}
