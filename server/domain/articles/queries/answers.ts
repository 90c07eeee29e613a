import { and, arrayContains, desc, eq, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#/db/client";
import { articles } from "#/db/schema/articles";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import { comparable } from "#/server/platform/text";
import { permalinkOf } from "../../comments/address";
import { visibleTo as commentVisibleTo } from "../../comments/policy";
import { writerOf } from "../../comments/shape";
import type { Reading } from "../../context";
import { type Cursor, decodeCursor, paged } from "../../cursor";
import { addressOf } from "../../posts/address";
import { visibleTo as postVisibleTo } from "../../posts/policy";
import { fail } from "../errors";
import { shaped } from "../shape";

type Wanted = { url: string; cursor?: string | undefined; limit: number };
type Asked = { url: string; place: Cursor | null; limit: number };

/**
 * Every post and comment here that answers or links one article, the newest first: only those this viewer may read, and
 * of the article itself nothing more than its address unless one of them answers it.
 */
export async function answersTo(ctx: Reading, { url: written, cursor, limit }: Wanted) {
  const url = comparable(written) ?? fail("not-an-address");
  madeFrom("front", "recent");
  const asked = { url, place: cursor ? decodeCursor(cursor) : null, limit };
  const all = [...(await postsOn(ctx, asked)), ...(await commentsOn(ctx, asked))].sort(newestFirst);
  const { items, next } = paged(all, limit, ({ at, id }) => ({ at, id }));
  return { url, article: await articleFor(ctx, url), items, next };
}

const newestFirst = (a: { at: Date; id: string }, b: { at: Date; id: string }) =>
  b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

/** What the article said of itself, where this viewer may read a post that answers it. */
async function articleFor({ db, viewer }: Reading, url: string) {
  const [article] = await db
    .select()
    .from(articles)
    .where(
      and(
        eq(articles.url, url),
        sql`exists (select 1 from ${posts} where ${posts.articleId} = ${articles.id}
          and ${posts.publishedAt} is not null and ${postVisibleTo(viewer)})`,
      ),
    );
  if (!article) return null;
  madeFrom(`article:${article.id}`);
  return shaped(article);
}

async function postsOn({ db, viewer }: Reading, { url, place, limit }: Asked) {
  const rows = await db
    .select({
      post: posts,
      name: members.name,
      handle: members.handle,
      answers: sql<boolean>`coalesce(${answers(db, url)}, false)`,
    })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(
      and(
        or(answers(db, url), and(arrayContains(posts.links, [url]), sql`${posts.links} <> '{}'`)),
        sql`${posts.publishedAt} is not null`,
        postVisibleTo(viewer),
        place ? sql`(${posts.publishedAt}, ${posts.id}) < (${place.at}, ${place.id})` : undefined,
      ),
    )
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit + 1);
  return rows.map(({ post, name, handle, answers }) => ({
    kind: "post" as const,
    id: post.id,
    href: addressOf(post),
    title: post.title,
    excerpt: post.excerpt,
    author: { name, handle: handle as string | null, site: null as string | null },
    /** Whether it says that it answers the article, or only links it. */
    answers,
    at: post.publishedAt ?? post.madeAt,
  }));
}

const answers = (db: Db, url: string): SQL<boolean> =>
  sql<boolean>`${posts.articleId} = (${db.select({ id: articles.id }).from(articles).where(eq(articles.url, url))})`;

async function commentsOn({ db, viewer }: Reading, { url, place, limit }: Asked) {
  const rows = await db
    .select({ comment: comments, post: posts, name: members.name, handle: members.handle })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(
      and(
        arrayContains(comments.links, [url]),
        sql`${comments.links} <> '{}'`,
        commentVisibleTo(viewer),
        place ? sql`(${comments.writtenAt}, ${comments.id}) < (${place.at}, ${place.id})` : undefined,
      ),
    )
    .orderBy(desc(comments.writtenAt), desc(comments.id))
    .limit(limit + 1);
  return rows.map(({ comment, post, name, handle }) => ({
    kind: "comment" as const,
    id: comment.id,
    href: permalinkOf(post, comment.key),
    title: post.title,
    excerpt: comment.excerpt,
    author: writerOf({ name, handle, guestName: comment.guestName, guestSite: comment.guestSite }),
    answers: false,
    at: comment.writtenAt,
  }));
}
