import { and, asc, count, eq, type SQL, sql } from "drizzle-orm";
import { type Comment, comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { notMuted } from "../connections/policy";
import type { Reading } from "../context";
import { can as canPost } from "../posts/policy";
import { newsOn, type News } from "../visits/queries";
import { fail } from "./errors";
import { findPlace } from "./find";
import { type Columns, visibleTo } from "./policy";

type Said = Pick<Comment, "authorId" | "writtenAt" | "continuedAt" | "kind">;

/** Whether a comment, or its last part, came since they were last there: by somebody else, whom they want to read. */
export const isFresh = (viewer: Reading["viewer"], news: News, { authorId, writtenAt, continuedAt, kind }: Said) =>
  kind === "comment" &&
  (continuedAt ?? writtenAt) > news.since &&
  !(authorId && (authorId === viewer?.id || news.muted.has(authorId)));

type Told = Columns & Record<"writtenAt" | "continuedAt" | "kind", Columns["id"]>;

/** The same in SQL. A test holds the two together. @param since an instant, or a query for one */
export const freshIn = ({ viewer, now }: Reading, since: SQL | Date, c: Told = comments): SQL =>
  and(
    eq(c.kind, "comment"),
    sql`coalesce(${c.continuedAt}, ${c.writtenAt}) > ${since}`,
    viewer ? sql`${c.authorId} is distinct from ${viewer.id}` : undefined,
    notMuted(viewer, c.authorId, now()),
  ) ?? sql`false`;

/** How many there are under a post that this reader may read. */
export async function freshOn(ctx: Reading, postId: string, { since }: News): Promise<number> {
  const [row] = await ctx.db
    .select({ many: count() })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.postId, postId), freshIn(ctx, since), visibleTo(ctx.viewer)));
  return row?.many ?? 0;
}

/** The first of them, for whoever wants to go on reading there; null when there is none. */
export async function firstFresh(ctx: Reading, { postKey }: { postKey: string }): Promise<string | null> {
  const post = await findPlace(ctx, postKey);
  if (!canPost(ctx.viewer, "read", post).ok) return fail("no-such-post");
  const news = await newsOn(ctx, post.id);
  if (!news) return null;
  const [first] = await ctx.db
    .select({ key: comments.key })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.postId, post.id), freshIn(ctx, news.since), visibleTo(ctx.viewer)))
    .orderBy(asc(comments.writtenAt), asc(comments.id))
    .limit(1);
  return first?.key ?? null;
}
