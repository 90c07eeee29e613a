import { and, desc, eq, getTableColumns, isNotNull } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { addressOf } from "../address";
import { isPublic } from "../policy";
import { isTagged } from "./lists";

const { source: _source, ...columns } = getTableColumns(posts);

/**
 * The newest posts that anybody may read, whole, whoever asks: what an Atom feed carries.
 * @param handle only this member's
 * @param tag only those about this subject
 */
export async function latestPosts(
  { db }: Reading,
  { limit, handle, tag }: { limit: number; handle?: string | undefined; tag?: string | undefined },
) {
  madeFrom("front");
  const rows = await db
    .select({ post: columns, author: { name: members.name, handle: members.handle } })
    .from(posts)
    .innerJoin(members, eq(members.id, posts.authorId))
    .where(
      and(
        isPublic,
        isNotNull(posts.publishedAt),
        eq(posts.kind, "post"),
        handle ? eq(members.handle, handle) : undefined,
        tag ? isTagged(tag) : undefined,
      ),
    )
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit);
  return rows.map(({ post, author }) => ({
    id: post.id,
    key: post.key,
    href: addressOf(post),
    title: post.title,
    html: post.html,
    excerpt: post.excerpt,
    author,
    publishedAt: post.publishedAt ?? post.madeAt,
    updatedAt: post.editedAt ?? post.publishedAt ?? post.madeAt,
  }));
}
