import { eq, inArray } from "drizzle-orm";
import type { Db } from "#/db/client";
import { postTags, tagAliases, tags } from "#/db/schema/posts";
import { slugOf } from "#/server/platform/text";

/**
 * Says what a post is about; two spellings of one subject are one. Slugs are sorted, so that two posts never wait for each other.
 * @returns the ids of the subjects it was about before
 */
export async function setTags(db: Db, postId: string, names: readonly string[]): Promise<string[]> {
  const bySlug = await renamed(db, new Map(names.map((name) => [slugOf(name), name])));
  const slugs = [...bySlug.keys()].sort();
  const gone = await db.delete(postTags).where(eq(postTags.postId, postId)).returning({ tagId: postTags.tagId });
  const before = gone.map(({ tagId }) => tagId);
  if (slugs.length === 0) return before;
  await db
    .insert(tags)
    .values(slugs.map((slug) => ({ slug, name: bySlug.get(slug) ?? slug })))
    .onConflictDoNothing();
  const rows = await db.select({ id: tags.id }).from(tags).where(inArray(tags.slug, slugs));
  await db.insert(postTags).values(rows.map(({ id }) => ({ postId, tagId: id })));
  return before;
}

/** Where somebody says a subject by a name it had before, the one it has now is meant. */
async function renamed(db: Db, bySlug: Map<string, string>): Promise<Map<string, string>> {
  if (bySlug.size === 0) return bySlug;
  const now = await db
    .select({ old: tagAliases.slug, slug: tags.slug, name: tags.name })
    .from(tagAliases)
    .innerJoin(tags, eq(tags.id, tagAliases.tagId))
    .where(inArray(tagAliases.slug, [...bySlug.keys()]));
  for (const { old, slug, name } of now) {
    bySlug.delete(old);
    bySlug.set(slug, name);
  }
  return bySlug;
}
