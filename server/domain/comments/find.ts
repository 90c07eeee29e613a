import { eq, getTableColumns } from "drizzle-orm";
import { ph } from "#/db/built";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { builtFor } from "../built-for";
import type { Reading } from "../context";
import { blockedFrom, connectedWith } from "../posts/nearness";
import { settingsOf } from "../settings/queries";
import type { Settings } from "../settings/schema";
import { fail } from "./errors";
import { closedAt, windowsOf } from "./windows";

/** What the rules must know of a post, beside what lies between its author and the viewer. */
const postFacts = {
  key: posts.key,
  slug: posts.slug,
  title: posts.title,
  authorId: posts.authorId,
  audience: posts.audience,
  comments: posts.comments,
  commentsClosedAt: posts.commentsClosedAt,
  publishedAt: posts.publishedAt,
  hiddenAt: posts.hiddenAt,
  deletedAt: posts.deletedAt,
};

/** The same with it; for one select of posts and whatever is joined to them. */
export const postFactsFor = (viewer: Reading["viewer"]) => ({
  post: postFacts,
  postConnected: connectedWith(viewer, posts.authorId),
  postBlocked: blockedFrom(viewer, posts.authorId),
});

/** The post of a row, as its rules want it. */
export const postOf = <Post extends object>(row: { post: Post; postConnected: boolean; postBlocked: boolean }) => ({
  ...row.post,
  connected: row.postConnected,
  blocked: row.postBlocked,
});

type Finding = { lock?: boolean; begun?: Date | undefined; set?: Settings };

/**
 * A comment with everything its rules must know, whoever may see it: ask `can` before any of it leaves.
 * @param begun when a change of it was begun, where that counts instead of this moment
 * @param set the settings, where they are known: in a transaction they would be read again
 * @param lock holds the comment's row until the transaction ends
 */
export async function findComment(
  { db, viewer, now }: Reading,
  key: string,
  { lock = false, begun, set }: Finding = {},
) {
  const windows = windowsOf(set ?? (await settingsOf({ db })));
  const found = db
    .select({
      comment: getTableColumns(comments),
      blocked: blockedFrom(viewer, comments.authorId),
      ...postFactsFor(viewer),
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.key, key));
  const [row] = await (lock ? found.for("no key update", { of: comments }) : found);
  if (!row) return fail("no-such-comment");
  const { comment, blocked } = row;
  const closed = closedAt(comment, windows, begun ?? now());
  return { ...comment, blocked, post: postOf(row), ...windows, ...closed };
}

/** A post with everything that decides who may comment on it. */
export async function findPlace({ db, viewer }: Reading, postKey: string) {
  const [row] = await placeFor(db, viewer, { postKey });
  return row ? { id: row.id, ...postOf(row) } : fail("no-such-post");
}

const placeFor = builtFor((db, viewer) =>
  db
    .select({ id: posts.id, ...postFactsFor(viewer) })
    .from(posts)
    .where(eq(posts.key, ph("postKey"))),
);
