import { and, asc, count, eq, isNotNull, isNull, max, sql } from "drizzle-orm";
import type { z } from "zod";
import { members } from "#/db/schema/members";
import { posts, postTags, tags } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../context";
import { addressOf } from "../posts/address";
import type { Viewer } from "../policy";
import { isPublic, visibleTo } from "../posts/policy";
import type { sitemapPart } from "./input";

/** Addresses in one sitemap. The protocol allows 50,000 and 50 MB; a fifth of that is quick to make and to read. */
export const mostInSitemap = 10_000;

/** What anybody may read; whoever asks as a member is not shown what a block keeps from them. */
const shown = (viewer: Viewer) =>
  and(isPublic, isNotNull(posts.publishedAt), isNull(posts.hiddenAt), visibleTo(viewer));
const changed = sql<Date>`greatest(${posts.publishedAt}, ${posts.editedAt})`.mapWith(posts.publishedAt);
const newest = sql<Date>`max(greatest(${posts.publishedAt}, ${posts.editedAt}))`.mapWith(posts.publishedAt);

export type Address = { path: string; changedAt: Date };

/** How many sitemaps there are of each kind, of what anybody may read. */
export async function sitemaps({ db, viewer }: Reading) {
  madeFrom("front");
  const [counted] = await db
    .select({
      posts: count(),
      newest: max(posts.publishedAt),
      members: sql<number>`count(distinct ${posts.authorId})::int`,
    })
    .from(posts)
    .where(shown(viewer));
  const [tagged] = await db
    .select({ many: sql<number>`count(distinct ${postTags.tagId})::int` })
    .from(postTags)
    .innerJoin(posts, eq(posts.id, postTags.postId))
    .where(shown(viewer));
  const parts = (many: number | undefined) => Math.ceil((many ?? 0) / mostInSitemap);
  return { posts: parts(counted?.posts), members: parts(counted?.members), tags: parts(tagged?.many) };
}

/** The addresses in one of them, the oldest first, each with when it last changed. */
export async function sitemap(
  { db, viewer }: Reading,
  { kind, part }: z.infer<typeof sitemapPart>,
): Promise<Address[]> {
  madeFrom("front");
  const offset = (part - 1) * mostInSitemap;
  if (kind === "posts") {
    const rows = await db
      .select({ key: posts.key, slug: posts.slug, changedAt: changed })
      .from(posts)
      .where(shown(viewer))
      .orderBy(asc(posts.publishedAt), asc(posts.id))
      .limit(mostInSitemap)
      .offset(offset);
    return rows.map(({ changedAt, ...post }) => ({ path: addressOf(post), changedAt }));
  }
  if (kind === "members") {
    const rows = await db
      .select({ handle: members.handle, changedAt: newest })
      .from(posts)
      .innerJoin(members, eq(members.id, posts.authorId))
      .where(shown(viewer))
      .groupBy(members.id, members.handle)
      .orderBy(asc(members.id))
      .limit(mostInSitemap)
      .offset(offset);
    return rows.map(({ handle, changedAt }) => ({ path: `/m/${handle}`, changedAt }));
  }
  const rows = await db
    .select({ slug: tags.slug, changedAt: newest })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .innerJoin(posts, eq(posts.id, postTags.postId))
    .where(shown(viewer))
    .groupBy(tags.id, tags.slug)
    .orderBy(asc(tags.id))
    .limit(mostInSitemap)
    .offset(offset);
  return rows.map(({ slug, changedAt }) => ({ path: `/t/${encodeURIComponent(slug)}`, changedAt }));
}
