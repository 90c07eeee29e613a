import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { type Post, posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { mostBytesInFeed, wordsWithin } from "../../room";
import { addressOf } from "../address";
import { isPublic } from "../policy";
import { type TagOfPost, tagsOfPost } from "../shape";
import { isTagged } from "./lists";

const newestFirst = [desc(posts.publishedAt), desc(posts.id)];

/**
 * The newest posts that anybody may read, whole, whoever asks: what a feed carries. As many as have room in one.
 * @param handle only this member's
 * @param tag only those about this subject
 */
export const latestPosts = (
  ctx: Pick<Reading, "db">,
  { limit, handle, tag }: { limit: number; handle?: string | undefined; tag?: string | undefined },
) =>
  wholePosts(
    ctx,
    and(isPublic, handle ? eq(members.handle, handle) : undefined, tag ? isTagged(tag) : undefined),
    limit,
  );

/** The newest published posts that fit, whole: as many as have room in a feed. Who may read them is the caller's to say. */
export async function wholePosts({ db }: Pick<Reading, "db">, fits: SQL | undefined, limit: number) {
  madeFrom("front");
  const rows = await db
    .select({
      id: posts.id,
      key: posts.key,
      slug: posts.slug,
      title: posts.title,
      excerpt: posts.excerpt,
      madeAt: posts.madeAt,
      publishedAt: posts.publishedAt,
      editedAt: posts.editedAt,
      tags: tagsOfPost,
      author: { name: members.name, handle: members.handle },
      ...wordsWithin(posts.html, newestFirst, mostBytesInFeed),
    })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(and(isNotNull(posts.publishedAt), eq(posts.kind, "post"), fits ?? sql`false`))
    .orderBy(...newestFirst)
    .limit(limit);
  return rows.filter(({ fits }) => fits).map(entryOf);
}

type Row = Pick<Post, "id" | "key" | "slug" | "title" | "html" | "excerpt" | "madeAt" | "publishedAt" | "editedAt"> & {
  tags: TagOfPost[];
  author: { name: string; handle: string };
};

const entryOf = ({ id, key, slug, title, html, excerpt, author, tags, madeAt, publishedAt, editedAt }: Row) => ({
  id,
  key,
  href: addressOf({ key, slug }),
  title,
  html,
  excerpt,
  author,
  tags,
  publishedAt: publishedAt ?? madeAt,
  updatedAt: editedAt ?? publishedAt ?? madeAt,
});
