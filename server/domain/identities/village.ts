import { and, eq, exists, inArray, isNull, like, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { commentParts, comments, commentVersions } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import type { Reading } from "../context";

/** Nobody can prove an address in `.example` (RFC 2606), so whoever has one came with the village. */
const villagers = ({ db }: Pick<Reading, "db">) =>
  db.select({ id: members.id }).from(members).where(like(members.mail, "%@village.example"));

/**
 * The village that filled the site for a look: how many people, their posts, their comments, and how much others have
 * said under its posts, which goes with them. Null where it is not here.
 */
export async function villageHere({ db }: Pick<Reading, "db">) {
  const theirs = villagers({ db });
  const count = (what: SQL) => sql<number>`(select count(*)::int from ${what})`;
  const ofThem = inArray(posts.authorId, theirs);
  const [row] = await db
    .select({
      people: count(sql`${members} where ${inArray(members.id, theirs)}`),
      posts: count(sql`${posts} where ${ofThem}`),
      comments: count(sql`${comments} where ${inArray(comments.authorId, theirs)}`),
      others: count(
        sql`${comments} join ${posts} on ${posts.id} = ${comments.postId}
        where ${ofThem} and ${or(isNull(comments.authorId), notInArray(comments.authorId, theirs))}`,
      ),
    })
    .from(sql`(values (1)) one`);
  return row && row.people > 0 ? row : null;
}

/**
 * Takes the village away with all it said. Where others have answered one of its comments under their own posts, the
 * comment's place stays without words, so that their branch still reads.
 */
export async function clearVillage({ db, now }: Pick<Reading, "db" | "now">): Promise<void> {
  const theirs = (await villagers({ db })).map(({ id }) => id);
  if (theirs.length === 0) return;
  const answer = alias(comments, "answer");
  const below = db
    .select({ id: answer.id })
    .from(answer)
    .where(
      and(
        eq(answer.rootId, comments.rootId),
        sql`starts_with(${answer.path}, ${comments.path})`,
        or(isNull(answer.authorId), notInArray(answer.authorId, theirs)),
      ),
    );
  const empty = { authorId: null, guestName: "Somebody", source: "", html: "", excerpt: "", onceKey: null };
  const left = await db
    .update(comments)
    .set({ ...empty, deletedAt: now(), erasedAt: now() })
    .where(and(inArray(comments.authorId, theirs), exists(below)))
    .returning({ id: comments.id });
  const ids = left.map(({ id }) => id);
  for (const kept of [commentParts, commentVersions]) await db.delete(kept).where(inArray(kept.commentId, ids));
  await db.delete(members).where(inArray(members.id, theirs));
}
