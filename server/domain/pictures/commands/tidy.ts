import { and, arrayOverlaps, inArray, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { drafts } from "#/db/schema/drafts";
import { pictures } from "#/db/schema/pictures";
import { postRevisions, posts } from "#/db/schema/posts";
import { pictureStore } from "#/server/platform/storage";
import type { Reading } from "../../context";
import { filesOf } from "../names";

/** Hours in which a picture that nothing shows may find its place, or its place again. */
const grace = 24;

const inPost = (state: SQL): SQL =>
  sql`exists (select 1 from ${posts} where ${posts.pictures} @> array[${pictures.key}] and ${posts.pictures} <> '{}'
    and ${state})`;
const inComment = (state: SQL): SQL =>
  sql`exists (select 1 from ${comments} where ${comments.pictures} @> array[${pictures.key}]
    and ${comments.pictures} <> '{}' and ${state})`;

/** Also an earlier version of a post, which may be brought back, and words that are still being written. */
const inWaiting: SQL = sql`(
  exists (select 1 from ${postRevisions} inner join ${posts} on ${posts.id} = ${postRevisions.postId}
    where ${postRevisions.pictures} @> array[${pictures.key}] and ${postRevisions.pictures} <> '{}'
    and ${posts.erasedAt} is null)
  or exists (select 1 from ${drafts} where ${drafts.memberId} = ${pictures.memberId} and ${drafts.endedAt} is null
    and strpos(${drafts.words}::text || coalesce(${drafts.other}::text, ''), '/pictures/' || ${pictures.key}) > 0))`;

const isUsed: SQL =
  or(inPost(sql`${posts.erasedAt} is null`), inComment(sql`${comments.erasedAt} is null`), inWaiting) ?? sql`false`;
const wasErased: SQL =
  or(inPost(sql`${posts.erasedAt} is not null`), inComment(sql`${comments.erasedAt} is not null`)) ?? sql`false`;

/**
 * Erases pictures: at once where the words they stood in were erased, after a day where nothing shows them. For the
 * scheduler, behind the erasing of words; what breaks off in the middle is finished the next time.
 * @returns how many pictures went
 */
export async function erasePictures({ db, now }: Reading): Promise<number> {
  await db
    .update(pictures)
    .set({ unusedSince: now() })
    .where(and(isNull(pictures.unusedSince), not(isUsed)));
  await db
    .update(pictures)
    .set({ unusedSince: null })
    .where(and(isNotNull(pictures.unusedSince), isUsed));
  await db
    .update(pictures)
    .set({ erasedAt: now() })
    .where(
      and(
        isNull(pictures.erasedAt),
        isNotNull(pictures.unusedSince),
        or(lte(pictures.unusedSince, new Date(now().getTime() - grace * 3_600_000)), wasErased),
      ),
    );
  return removeErased({ db });
}

async function removeErased({ db }: Pick<Reading, "db">): Promise<number> {
  const gone = await db.select().from(pictures).where(isNotNull(pictures.erasedAt));
  if (gone.length === 0) return 0;
  const store = pictureStore();
  for (const picture of gone) await store.remove(filesOf(picture));
  const keys = gone.map(({ key }) => key);
  for (const table of [posts, comments])
    await db
      .update(table)
      .set({ pictures: [] })
      .where(and(isNotNull(table.erasedAt), arrayOverlaps(table.pictures, keys), sql`${table.pictures} <> '{}'`));
  await db.delete(pictures).where(
    inArray(
      pictures.id,
      gone.map(({ id }) => id),
    ),
  );
  return gone.length;
}
