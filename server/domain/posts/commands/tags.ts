import { eq, inArray } from "drizzle-orm";
import type { Db } from "#/db/client";
import { postTags, tags } from "#/db/schema/posts";
import { slugOf } from "#/server/platform/text";

/** Says what a post is about; two spellings of one subject are one. Slugs are sorted, so that two posts never wait for each other. */
export async function setTags(db: Db, postId: string, names: readonly string[]): Promise<void> {
  const bySlug = new Map(names.map((name) => [slugOf(name), name]));
  const slugs = [...bySlug.keys()].sort();
  await db.delete(postTags).where(eq(postTags.postId, postId));
  if (slugs.length === 0) return;
  await db
    .insert(tags)
    .values(slugs.map((slug) => ({ slug, name: bySlug.get(slug) ?? slug })))
    .onConflictDoNothing();
  const rows = await db.select({ id: tags.id }).from(tags).where(inArray(tags.slug, slugs));
  await db.insert(postTags).values(rows.map(({ id }) => ({ postId, tagId: id })));
}
