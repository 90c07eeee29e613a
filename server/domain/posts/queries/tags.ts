import { and, asc, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { posts, postTags, tagChanges, tags } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Acting, Reading } from "../../context";
import { visibleTo } from "../policy";

/** More subjects than a page can carry are cut off at the least used. */
const most = 1000;

/** Every subject this viewer may read a post about, and about how many; the most used first. */
export function allTags({ db, viewer }: Reading) {
  madeFrom("front");
  const many = count(posts.id);
  return db
    .select({ slug: tags.slug, name: tags.name, many })
    .from(tags)
    .innerJoin(postTags, eq(postTags.tagId, tags.id))
    .innerJoin(posts, eq(posts.id, postTags.postId))
    .where(and(visibleTo(viewer), isNotNull(posts.publishedAt), eq(posts.kind, "post")))
    .groupBy(tags.id)
    .orderBy(desc(many), asc(tags.name))
    .limit(most);
}

/** What was renamed and merged lately and can still be taken back, the newest first. For moderators. */
export const latestTagChanges = ({ db }: Acting) =>
  db
    .select({
      id: tagChanges.id,
      act: tagChanges.act,
      at: tagChanges.at,
      fromName: tagChanges.fromName,
      toName: tagChanges.toName,
      toSlug: tagChanges.toSlug,
      by: { name: members.name, handle: members.handle },
    })
    .from(tagChanges)
    .leftJoin(members, eq(members.id, tagChanges.byId))
    .where(isNull(tagChanges.undoneAt))
    .orderBy(desc(tagChanges.at), desc(tagChanges.id))
    .limit(20);
