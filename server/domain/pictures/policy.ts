import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { reports } from "#/db/schema/moderation";
import { pictures } from "#/db/schema/pictures";
import { posts } from "#/db/schema/posts";
import { visibleTo as commentVisibleTo } from "../comments/policy";
import { no, tends, type Viewer, yes } from "../policy";
import { visibleTo as postVisibleTo } from "../posts/policy";

/** Whether somebody may bring pictures, where the site takes them. */
export const mayAdd = (viewer: Viewer, { on }: { on: boolean }) => {
  if (!viewer) return no("pictures-members-only");
  return on ? yes : no("pictures-off");
};

/** A moderator sees what they are asked to judge: what somebody reported, what is held, what they have hidden. */
const postsToJudge = (viewer: Viewer): SQL | undefined =>
  tends(viewer)
    ? and(isNull(posts.deletedAt), sql`exists (select 1 from ${reports} where ${reports.postId} = ${posts.id})`)
    : undefined;
const commentsToJudge = (viewer: Viewer): SQL | undefined =>
  tends(viewer)
    ? and(
        isNull(comments.deletedAt),
        or(postVisibleTo(viewer), sql`exists (select 1 from ${reports} where ${reports.commentId} = ${comments.id})`),
      )
    : undefined;

/**
 * That a picture stands in a post or comment of its uploader's that this viewer may read. What others quote of it does
 * not count: nobody widens who sees it, and what a moderator hides is gone also where it was quoted.
 */
const shownTo = (viewer: Viewer, key: string): SQL<boolean> => sql<boolean>`(
  exists (select 1 from ${posts} where ${posts.pictures} @> array[${key}] and ${posts.pictures} <> '{}'
    and ${posts.authorId} = ${pictures.memberId} and ${or(postVisibleTo(viewer), postsToJudge(viewer))})
  or exists (select 1 from ${comments} inner join ${posts} on ${posts.id} = ${comments.postId}
    where ${comments.pictures} @> array[${key}] and ${comments.pictures} <> '{}'
    and ${comments.authorId} = ${pictures.memberId} and ${or(commentVisibleTo(viewer), commentsToJudge(viewer))}))`;

/**
 * Whoever brought it always sees it, until it is erased. Every file that is served goes through this.
 * @param key the picture's, said here so that PostgreSQL finds what shows it by its index
 */
export const visibleTo = (viewer: Viewer, key: string): SQL =>
  and(isNull(pictures.erasedAt), or(viewer ? eq(pictures.memberId, viewer.id) : undefined, shownTo(viewer, key))) ??
  sql`false`;
