import { and, desc, eq, isNotNull, like, or, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { drafts } from "#/db/schema/drafts";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { wordsVisibleTo } from "../comments/policy";
import type { Acting } from "../context";
import { decodeCursor, paged } from "../cursor";
import { visibleTo as postVisibleTo } from "../posts/policy";
import { fail } from "./errors";
import { addressOf, placeOf } from "./place";
import { can, visibleTo } from "./policy";
import { lineOf, shaped } from "./shape";

/** What stands in a form of one's own and was not sent; null where nothing does. */
export async function draftAt({ db, viewer }: Acting, { place }: { place: string }) {
  const [row] = await db
    .select()
    .from(drafts)
    .where(and(visibleTo(viewer), eq(drafts.place, place)));
  return row ? shaped(row) : null;
}

/** The new posts one has begun and neither kept nor published, the latest first, at most 5. */
export async function begunPosts({ db, viewer }: Acting) {
  const rows = await db
    .select()
    .from(drafts)
    .where(and(visibleTo(viewer), like(drafts.place, "new/%")))
    .orderBy(desc(drafts.savedAt))
    .limit(5);
  return rows.map(({ place, words, savedAt }) => ({
    href: addressOf(placeOf(place)),
    title: words.title ?? "",
    line: lineOf(words),
    savedAt,
  }));
}

/** Replies begun under a post that are told there. */
const mostReplies = 3;

/**
 * Whether one has begun a comment on a post, and the replies one has begun under it and not sent, the latest first, at
 * most 3. Where one may not read any more what they answer, they are only in the list of all drafts.
 */
export async function begunUnder({ db, viewer }: Acting, { postKey }: { postKey: string }) {
  const isComment = eq(drafts.place, postKey);
  const rows = await db
    .select({
      place: drafts.place,
      key: comments.key,
      name: sql<string>`coalesce(${members.name}, ${comments.guestName})`,
    })
    .from(drafts)
    .innerJoin(posts, and(eq(posts.id, drafts.postId), postVisibleTo(viewer)))
    .leftJoin(
      comments,
      and(
        eq(comments.postId, posts.id),
        sql`${drafts.place} = ${posts.key} || '/' || ${comments.key}`,
        wordsVisibleTo(viewer),
      ),
    )
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(
      and(
        visibleTo(viewer),
        eq(posts.key, postKey),
        or(isComment, and(isNotNull(comments.id), sql`trim(${drafts.words} ->> 'source') <> ''`)),
      ),
    )
    .orderBy(desc(isComment), desc(drafts.savedAt))
    .limit(1 + mostReplies);
  const replies = rows.flatMap(({ place, key, name }) => (key ? [{ key, name, href: addressOf(placeOf(place)) }] : []));
  return { comment: rows.some(({ place }) => place === postKey), replies: replies.slice(0, mostReplies) };
}

/** All that one has typed and not sent, the latest first. A post is named as long as one may read it. */
export async function draftList(
  { db, viewer }: Acting,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const from = cursor ? decodeCursor(cursor) : null;
  const rows = await db
    .select({
      id: drafts.id,
      place: drafts.place,
      title: sql<string | null>`${drafts.words} ->> 'title'`,
      source: sql<string>`left(${drafts.words} ->> 'source', 2000)`,
      savedAt: drafts.savedAt,
      post: { title: posts.title },
    })
    .from(drafts)
    .leftJoin(posts, and(eq(posts.id, drafts.postId), postVisibleTo(viewer)))
    .where(and(visibleTo(viewer), from ? sql`(${drafts.savedAt}, ${drafts.id}) < (${from.at}, ${from.id})` : undefined))
    .orderBy(desc(drafts.savedAt), desc(drafts.id))
    .limit(limit + 1);
  const told = rows.map(({ source, place, title, ...rest }) => ({
    ...rest,
    kind: placeOf(place).kind,
    isReply: /^\w{10}\//.test(place),
    href: addressOf(placeOf(place)),
    title: title ?? "",
    line: lineOf({ source }),
  }));
  return paged(told, limit, ({ savedAt, id }) => ({ at: savedAt, id }));
}

/** One of them whole, wherever its form is: to be read and copied where the form is no longer to be had. */
export async function oneDraft({ db, viewer }: Acting, { id }: { id: string }) {
  const [row] = await db
    .select({ draft: drafts, post: { title: posts.title } })
    .from(drafts)
    .leftJoin(posts, and(eq(posts.id, drafts.postId), postVisibleTo(viewer)))
    .where(eq(drafts.id, id));
  if (!row || !can(viewer, "read", row.draft).ok) return fail("no-such-draft");
  const { draft, post } = row;
  return { ...shaped(draft), otherWords: draft.other, href: addressOf(placeOf(draft.place)), post };
}
