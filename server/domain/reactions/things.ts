import { type AnyColumn, and, eq, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { reactions } from "#/db/schema/reactions";
import { permalinkOf } from "../comments/address";
import { postFactsFor, postOf } from "../comments/find";
import { can as canComment } from "../comments/policy";
import { writerOf } from "../comments/shape";
import { notBlocked } from "../connections/policy";
import type { Reading } from "../context";
import type { Viewer } from "../policy";
import { addressOf } from "../posts/address";
import { can as canPost } from "../posts/policy";
import { settingsOf } from "../settings/queries";
import { fail } from "./errors";
import type { Kind, ThingRef } from "./input";
import { countedOnComments, countedOnPosts, type ReactedTo } from "./policy";

/** How many of each kind; a kind nobody chose is left out. */
export type Counts = Partial<Record<Kind, number>>;

/** A post or a comment with everything its rules must know, and how it was received. `commentId` is null for a post. */
export type Thing = ReactedTo & {
  key: string;
  postId: string;
  commentId: string | null;
  href: string;
  title: string;
  excerpt: string;
  writer: { name: string; handle: string | null };
  /** Empty while they are not for this viewer to see. */
  counts: Counts;
  /** The viewer's own. */
  mine: Kind | null;
};

type Terms = { on: boolean; now: Date; authorFirst: number };

/** Whether there are reactions here, what time it is, and for how long only an author sees how many. */
export async function termsOf(ctx: Reading): Promise<Terms> {
  const { "reactions.on": on, "reactions.author-minutes": minutes } = await settingsOf(ctx);
  return { on, now: ctx.now(), authorFirst: minutes * 60_000 };
}

/** The counts of one thing, without those from people apart from the viewer; none where `seen` does not hold. */
const countsWhere = (viewer: Viewer, column: AnyColumn, id: AnyColumn, seen: SQL): SQL<Counts> =>
  sql<Counts>`case when ${seen} then coalesce((select json_object_agg(felt.kind, felt.many) from (
    select ${reactions.kind} as kind, count(*)::int as many from ${reactions}
    where ${column} = ${id} and ${notBlocked(viewer, reactions.memberId)} group by ${reactions.kind}) felt), '{}') else '{}' end`;

const mineWhere = (viewer: Viewer, column: AnyColumn, id: AnyColumn): SQL<Kind | null> =>
  viewer
    ? sql<Kind | null>`(select ${reactions.kind} from ${reactions} where ${column} = ${id} and ${reactions.memberId} = ${viewer.id})`
    : sql<null>`null`;

/** Comments and how they were received, in one statement; whoever may see them: ask `can` before any of it leaves. */
export async function commentsWhere({ db, viewer }: Reading, terms: Terms, where: SQL): Promise<Thing[]> {
  const seen = and(sql`${terms.on}`, countedOnComments(viewer, terms)) ?? sql`false`;
  const rows = await db
    .select({
      comment: {
        id: comments.id,
        key: comments.key,
        postId: comments.postId,
        authorId: comments.authorId,
        guestName: comments.guestName,
        guestSite: comments.guestSite,
        state: comments.state,
        excerpt: comments.excerpt,
        writtenAt: comments.writtenAt,
        hiddenAt: comments.hiddenAt,
        deletedAt: comments.deletedAt,
      },
      name: members.name,
      handle: members.handle,
      blocked: sql<boolean>`(not ${notBlocked(viewer, comments.authorId)})`,
      ...postFactsFor(viewer),
      counts: countsWhere(viewer, reactions.commentId, comments.id, seen),
      mine: mineWhere(viewer, reactions.commentId, comments.id),
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(where);
  return rows.map(({ comment, name, handle, blocked, counts, mine, ...row }) => ({
    ...terms,
    kind: "comment",
    key: comment.key,
    postId: comment.postId,
    commentId: comment.id,
    authorId: comment.authorId,
    readable: canComment(viewer, "read", { ...comment, blocked, post: postOf(row) }).ok,
    keptBack: comment.hiddenAt !== null || comment.state !== "shown",
    since: comment.writtenAt,
    href: permalinkOf(row.post, comment.key),
    title: row.post.title,
    excerpt: comment.excerpt,
    writer: writerOf({ ...comment, name, handle }),
    counts,
    mine,
  }));
}

/** The same for posts. */
export async function postsWhere({ db, viewer }: Reading, terms: Terms, where: SQL): Promise<Thing[]> {
  const seen = and(sql`${terms.on}`, countedOnPosts(viewer, terms)) ?? sql`false`;
  const rows = await db
    .select({
      id: posts.id,
      excerpt: posts.excerpt,
      writer: { name: members.name, handle: members.handle },
      ...postFactsFor(viewer),
      counts: countsWhere(viewer, reactions.postId, posts.id, seen),
      mine: mineWhere(viewer, reactions.postId, posts.id),
    })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(where);
  return rows.map(({ id, excerpt, writer, counts, mine, ...row }) => ({
    ...terms,
    kind: "post",
    key: row.post.key,
    postId: id,
    commentId: null,
    authorId: row.post.authorId,
    readable: canPost(viewer, "read", postOf(row)).ok,
    keptBack: row.post.hiddenAt !== null,
    since: row.post.publishedAt,
    href: addressOf(row.post),
    title: row.post.title,
    excerpt,
    writer,
    counts,
    mine,
  }));
}

/** The post or comment somebody means, whoever may see it: ask `can` before any of it leaves. */
export async function findThing(ctx: Reading, ref: ThingRef): Promise<Thing> {
  const terms = await termsOf(ctx);
  const [thing] =
    "comment" in ref
      ? await commentsWhere(ctx, terms, eq(comments.key, ref.comment))
      : await postsWhere(ctx, terms, eq(posts.key, ref.post));
  return thing ?? fail("comment" in ref ? "no-such-comment" : "no-such-post");
}
