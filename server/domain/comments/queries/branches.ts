import { and, asc, count, desc, eq, isNull, lte, max, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import type { Reading } from "../../context";
import type { Cursor } from "../../cursor";
import type { Order } from "../input";
import { freshIn } from "../fresh";
import { hasPlaceFor, isSaidHere, wordsVisibleTo } from "../policy";
import { fieldsFor, type Row } from "../shape";
import { roomFor } from "./room";

/** Top comments on a page, replies of each shown at once, and how deep they go before they continue elsewhere. */
export const page = { tops: 50, replies: 30, depth: 6 } as const;

/** In a conversation of more comments than this only so many replies of each are shown at once: see `repliesShown`. */
const large = { from: 300, replies: 3 } as const;

/** How many replies of each branch a page begins with, so that one of 10,000 comments is no longer than one of 100. */
export const repliesShown = (comments: number): number => (comments > large.from ? large.replies : page.replies);

const branch = alias(comments, "branch");

/** How many comments a top comment brought about. */
const discussion = sql<number>`(select count(*)::int from ${comments} ${sql.identifier("branch")}
  where ${branch.rootId} = ${comments.id} and ${wordsVisibleTo(null, branch)})`;

/** Only the top comments are ordered; below them everybody is read in the order in which they spoke. */
type InOrder = { by: SQL[]; behind: (place: Cursor) => SQL; size?: SQL<number> };

const orders: Record<Exclude<Order, "unread">, InOrder> = {
  oldest: {
    by: [asc(comments.writtenAt), asc(comments.id)],
    behind: ({ at, id }) => sql`(${comments.writtenAt}, ${comments.id}) > (${at}, ${id})`,
  },
  newest: {
    by: [desc(comments.writtenAt), desc(comments.id)],
    behind: ({ at, id }) => sql`(${comments.writtenAt}, ${comments.id}) < (${at}, ${id})`,
  },
  discussed: {
    size: discussion,
    by: [desc(discussion), asc(comments.id)],
    // This order's place is a number; it is kept where the other orders keep an instant.
    behind: ({ at, id }) => {
      const most = at.getTime();
      return sql`(${discussion} < ${most} or (${discussion} = ${most} and ${comments.id} > ${id}))`;
    },
  },
};

/** Further than any year that is written: behind what is new comes all the rest, both oldest first. */
const afterAll = 200_000_000_000_000;

/** Conversations with something new in them first. To whoever was never here nothing is new: then the oldest are. */
function inOrder(ctx: Reading, { order, since }: Asked): InOrder {
  if (order !== "unread") return orders[order];
  if (!since) return orders.oldest;
  const isNew = sql`exists (select 1 from ${comments} ${sql.identifier("branch")} where ${branch.rootId} = ${comments.id}
    and ${freshIn(ctx, since, branch)} and ${wordsVisibleTo(ctx.viewer, branch)})`;
  const size = sql<number>`((extract(epoch from ${comments.writtenAt}) * 1000)::bigint
    + case when ${isNew} then 0 else ${afterAll}::bigint end)::float8`;
  return {
    size,
    by: [asc(size), asc(comments.id)],
    behind: ({ at, id }) => {
      const place = at.getTime();
      return sql`(${size} > ${place} or (${size} = ${place} and ${comments.id} > ${id}))`;
    },
  };
}

/** A row of a thread's page. */
export type Placed = Row & {
  /** Which of the page's top comments it belongs to. */
  rank: number;
  /** The number it is ordered by, in the orders that have one. */
  size: number;
  /** How many replies the branch has that this viewer may read, and when the last of them was written. */
  many: number;
  latest: Date | null;
  /** Whether there was room for its words on the page; without, `html` is empty. */
  fits: boolean;
};

export const placeIn = ({ order, since }: Asked, { writtenAt, size, id }: Placed): Cursor =>
  order === "discussed" || (order === "unread" && since) ? { at: new Date(size), id } : { at: writtenAt, id };

export type Asked = {
  postId: string;
  order: Order;
  /** From when on comments are new to this reader, if they were here before. */
  since: Date | null;
  /** How many replies of each branch are shown. */
  replies: number;
  place: Cursor | null;
};

/**
 * A page of top comments and one more, each with the beginning of its branch and one reply more than is shown. One
 * statement, however many comments there are.
 */
export async function branchesOf(ctx: Reading, asked: Asked): Promise<Placed[][]> {
  const rows = await rowsOf(ctx, asked);
  return Object.values(Object.groupBy(rows, ({ rank }) => rank)).map((it) => it ?? []);
}

/** How many new ones stand in the conversations behind a place, in the order that was asked for. */
export async function newFurtherOn(ctx: Reading, asked: Asked, since: Date, last: Placed): Promise<number> {
  const [row] = await ctx.db
    .select({ many: count() })
    .from(comments)
    .innerJoin(branch, eq(branch.rootId, comments.id))
    .where(
      and(
        eq(comments.postId, asked.postId),
        isNull(comments.parentId),
        inOrder(ctx, asked).behind(placeIn(asked, last)),
        freshIn(ctx, since, branch),
        wordsVisibleTo(ctx.viewer, branch),
      ),
    );
  return row?.many ?? 0;
}

function topsOf(ctx: Reading, asked: Asked) {
  const { db, viewer } = ctx;
  const { postId, place } = asked;
  const { by, behind, size } = inOrder(ctx, asked);
  return db.$with("top").as(
    db
      .select({
        rootId: comments.id,
        rank: sql<number>`row_number() over (order by ${sql.join(by, sql`, `)})::int`.as("rank"),
        size: (size ?? sql<number>`0`).as("size"),
      })
      .from(comments)
      .innerJoin(posts, eq(posts.id, comments.postId))
      .where(
        and(
          eq(comments.postId, postId),
          isNull(comments.parentId),
          isSaidHere,
          hasPlaceFor(viewer),
          place ? behind(place) : undefined,
        ),
      )
      .orderBy(...by)
      .limit(page.tops + 1),
  );
}

function rowsOf(ctx: Reading, asked: Asked): Promise<Placed[]> {
  const { db, viewer } = ctx;
  const top = topsOf(ctx, asked);
  const activity = db
    .select({ many: count().as("many"), latest: max(branch.writtenAt).as("latest") })
    .from(branch)
    .where(and(eq(branch.rootId, top.rootId), ne(branch.id, top.rootId), wordsVisibleTo(viewer, branch)))
    .as("activity");
  const said = db
    .select(fieldsFor(viewer))
    .from(comments)
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(and(eq(comments.rootId, top.rootId), lte(comments.depth, page.depth), isSaidHere, hasPlaceFor(viewer)))
    .orderBy(sql`left(${comments.path}, 1000)`, comments.path)
    // The top comment, its first replies, and one more to know whether the branch goes on.
    .limit(asked.replies + 2)
    .as("said");
  const inOrder = [top.rank, sql`left(${said.path}, 1000)`, said.path] as const;
  return db
    .with(top)
    .select({
      ...said._.selectedFields,
      ...roomFor(said.html, inOrder),
      rank: top.rank,
      size: top.size,
      many: activity.many,
      latest: activity.latest,
    })
    .from(top)
    .crossJoinLateral(activity)
    .crossJoinLateral(said)
    .orderBy(...inOrder);
}
