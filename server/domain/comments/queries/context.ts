import { and, eq, gt, inArray, lte, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { decodeCursor, encodeCursor } from "../../cursor";
import { can as canPost, whoMayAnswer } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { permalinkOf } from "../address";
import { fail } from "../errors";
import { postFactsFor, postOf } from "../find";
import type { inContext } from "../input";
import { asGuest, hasPlaceFor, isSaidHere } from "../policy";
import { fieldsFor, type Row } from "../shape";
import { newsOn, type News } from "../../visits/queries";
import { freshOn } from "../fresh";
import { windowsOf } from "../windows";
import { page as threadPage } from "./branches";
import { placesOf } from "./places";
import { roomFor } from "./room";
import { newBehind, newBelow } from "./waiting";

/** How many comments above it are shown with a comment, and how many below it on a page. */
const page = { above: 5, below: 100 } as const;

type Here = { id: string; postId: string; rootId: string; path: string; depth: number };

/** One comment where it was said: the nearest it answers, itself, and what was answered to it. */
export async function commentInContext(ctx: Reading, { key, cursor }: z.infer<typeof inContext>) {
  const { post, ...here } = await findHere(ctx, key);
  const set = await settingsOf(ctx);
  const facts = { ...post, ...windowsOf(set), news: await newsOn(ctx, here.postId) };

  const above = await withAncestors(ctx, here);
  const shownDepth = Math.min(above.length - 1, 3);
  const deepest = here.depth + threadPage.depth - shownDepth;
  const below = await repliesBelow(ctx, here, deepest, cursor);
  const rows = below.slice(0, page.below).filter(({ fits }) => fits);
  const last = rows.at(-1);
  const line = placesOf(ctx, facts, above);
  const fresh = facts.news && (await freshOn(ctx, here.postId, facts.news));
  const further = below.length > rows.length;
  return {
    key,
    /** How many are new under the whole post to a member who was there before; null for everybody else. */
    fresh,
    ...(await waitingBelow(ctx, here, fresh ? facts.news : null, { rows, deepest, further })),
    /** The nearest comments above it, the top one first, and itself at the end. */
    line,
    /** How many more there are above those. */
    further: here.depth + 1 - above.length,
    replies: placesOf(ctx, facts, rows, line),
    next: further && last ? encodeCursor({ at: last.writtenAt, id: last.id }) : null,
    post: { key: post.key, slug: post.slug, title: post.title },
    limit: set["comment.characters"],
    state: post.comments,
    /** When this was read, in milliseconds: what is written later is news to the page. */
    at: ctx.now().getTime(),
    /** Whether it is remembered how far they have read. */
    member: ctx.viewer !== null,
    /** Whether they read by single keys. */
    keys: ctx.viewer?.singleKeysOffAt == null,
    can: {
      ...whoMayAnswer(ctx.viewer, post),
      /** A visitor, by name and mail address; and whether a moderator looks first at what somebody new says. */
      asGuest: asGuest(ctx.viewer, post, set),
    },
  };
}

/** How many new ones are behind the ways on: deeper down, and on the next page. */
async function waitingBelow(
  ctx: Reading,
  here: Here,
  news: News | null,
  { rows, deepest, further }: { rows: Row[]; deepest: number; further: boolean },
) {
  if (!news) return { deep: {}, freshFurther: 0 };
  const endsHere = ({ depth, replies }: Row) => depth === deepest && replies > 0;
  const ids = rows.filter(endsHere).map(({ id }) => id);
  const last = rows.at(-1);
  const behind = last && { here, last, withBelow: !endsHere(last) };
  return {
    deep: await newBelow(ctx, news.since, ids),
    freshFurther: further && behind ? await newBehind(ctx, news.since, behind) : 0,
  };
}

/** Where a comment is read, for whoever may know that it is there. */
export async function commentAddress(ctx: Reading, { key }: { key: string }): Promise<string> {
  const { post } = await findHere(ctx, key);
  return permalinkOf(post, key);
}

async function findHere({ db, viewer }: Reading, key: string) {
  const [row] = await db
    .select({
      id: comments.id,
      postId: comments.postId,
      rootId: comments.rootId,
      path: comments.path,
      depth: comments.depth,
      ...postFactsFor(viewer),
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.key, key), hasPlaceFor(viewer)));
  if (!row) return fail("no-such-comment");
  const post = postOf(row);
  if (!canPost(viewer, "read", post).ok) return fail("no-such-comment");
  madeFrom(`post:${row.postId}`);
  return { id: row.id, postId: row.postId, rootId: row.rootId, path: row.path, depth: row.depth, post };
}

/** However deep the branch, only the nearest are walked. */
function withAncestors({ db, viewer }: Reading, { id }: Here): Promise<Row[]> {
  const nearest = sql`(with recursive up (id, parent_id, steps) as (
      select id, parent_id, 0 from comments where id = ${id}
      union all select c.id, c.parent_id, up.steps + 1 from comments c join up on c.id = up.parent_id where up.steps < ${page.above}
    ) select id from up)`;
  return db
    .select(fieldsFor(viewer))
    .from(comments)
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(inArray(comments.id, nearest))
    .orderBy(comments.depth);
}

/** The index knows the first thousand bytes of a path: they find the neighbourhood, the whole path decides. */
function repliesBelow(
  { db, viewer }: Reading,
  here: Here,
  deepest: number,
  cursor: string | undefined,
): Promise<(Row & { fits: boolean })[]> {
  const head = here.path.slice(0, 1000);
  const behind = cursor
    ? gt(comments.path, sql`(select path from comments where id = ${decodeCursor(cursor).id})`)
    : undefined;
  const inOrder = [sql`left(${comments.path}, 1000)`, comments.path] as const;
  const found = db
    .select(fieldsFor(viewer))
    .from(comments)
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(
      and(
        eq(comments.rootId, here.rootId),
        ne(comments.id, here.id),
        sql`left(${comments.path}, 1000) >= ${head} and left(${comments.path}, 1000) <= ${`${head}~`}`,
        sql`starts_with(${comments.path}, ${here.path})`,
        lte(comments.depth, deepest),
        isSaidHere,
        hasPlaceFor(viewer),
        behind,
      ),
    )
    .orderBy(...inOrder)
    .limit(page.below + 1)
    .as("found");
  const read = [sql`left(${found.path}, 1000)`, found.path] as const;
  return db
    .select({ ...found._.selectedFields, ...roomFor(found.html, read) })
    .from(found)
    .orderBy(...read);
}
