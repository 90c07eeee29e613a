import { and, asc, desc, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { type Cursor, decodeCursor, encodeCursor } from "../../cursor";
import { can as canPost, whoMayAnswer } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { findPlace } from "../find";
import type { Order, thread } from "../input";
import { hasPlaceFor, wordsVisibleTo } from "../policy";
import { fieldsFor, type Row } from "../shape";
import { countOn } from "./counts";
import { placesOf } from "./places";

/** Top comments on a page, replies of each shown at once, and how deep they go before they continue elsewhere. */
export const page = { tops: 50, replies: 30, depth: 6 } as const;

const branch = alias(comments, "branch");

/** How many comments a top comment brought about. */
const discussion = sql<number>`(select count(*)::int from ${comments} ${sql.identifier("branch")}
  where ${branch.rootId} = ${comments.id} and ${wordsVisibleTo(null, branch)})`;

/** Only the top comments are ordered; below them everybody is read in the order in which they spoke. */
const orders: Record<Order, { by: SQL[]; behind: (place: Cursor) => SQL }> = {
  oldest: {
    by: [asc(comments.writtenAt), asc(comments.id)],
    behind: ({ at, id }) => sql`(${comments.writtenAt}, ${comments.id}) > (${at}, ${id})`,
  },
  newest: {
    by: [desc(comments.writtenAt), desc(comments.id)],
    behind: ({ at, id }) => sql`(${comments.writtenAt}, ${comments.id}) < (${at}, ${id})`,
  },
  discussed: {
    by: [desc(discussion), asc(comments.id)],
    // This order's place is a number; it is kept where the other orders keep an instant.
    behind: ({ at, id }) => {
      const most = at.getTime();
      return sql`(${discussion} < ${most} or (${discussion} = ${most} and ${comments.id} > ${id}))`;
    },
  },
};

/** A post's comments as this viewer reads them: a page of top comments, the beginning of each one's branch below it. */
export async function threadOf(ctx: Reading, { postKey, order, cursor }: z.infer<typeof thread>) {
  const post = await findPlace(ctx, postKey);
  if (!canPost(ctx.viewer, "read", post).ok) return fail("no-such-post");
  madeFrom(`post:${post.id}`);
  const set = await settingsOf(ctx);
  const rows = await rowsOf(ctx, post.id, order, cursor ? decodeCursor(cursor) : null);

  const branches = Object.values(Object.groupBy(rows, ({ rank }) => rank)).map((it) => it ?? []);
  const shown = branches.slice(0, page.tops);
  const last = shown.at(-1)?.[0];
  const places = placesOf(
    ctx,
    { ...post, undoDays: set["comments.undo-days"] },
    shown.flatMap((rows) => rows.slice(0, page.replies + 1)),
  );
  const cut = new Set(shown.filter((rows) => rows.length > page.replies + 1).map((rows) => rows[0]?.id));
  return {
    items: places,
    /** The top comments whose branches go on elsewhere. */
    cut: places.filter(({ id }) => cut.has(id)).map(({ key }) => key),
    next: branches.length > page.tops && last ? encodeCursor(placeIn(order, last)) : null,
    count: await countOn(ctx, post.id),
    state: post.comments,
    limit: set["comment.characters"],
    can: whoMayAnswer(ctx.viewer, post),
  };
}

type Ranked = Row & { rank: number; size: number };

const placeIn = (order: Order, { writtenAt, size, id }: Ranked): Cursor =>
  order === "discussed" ? { at: new Date(size), id } : { at: writtenAt, id };

/** One statement for the page, however many comments there are: each top comment brings the beginning of its branch. */
function rowsOf({ db, viewer }: Reading, postId: string, order: Order, place: Cursor | null): Promise<Ranked[]> {
  const { by, behind } = orders[order];
  const top = db.$with("top").as(
    db
      .select({
        rootId: comments.id,
        rank: sql<number>`row_number() over (order by ${sql.join(by, sql`, `)})::int`.as("rank"),
        size: (order === "discussed" ? discussion : sql<number>`0`).as("size"),
      })
      .from(comments)
      .innerJoin(posts, eq(posts.id, comments.postId))
      .where(
        and(
          eq(comments.postId, postId),
          isNull(comments.parentId),
          hasPlaceFor(viewer),
          place ? behind(place) : undefined,
        ),
      )
      .orderBy(...by)
      .limit(page.tops + 1),
  );
  const said = db
    .select(fieldsFor(viewer))
    .from(comments)
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(and(eq(comments.rootId, top.rootId), lte(comments.depth, page.depth), hasPlaceFor(viewer)))
    .orderBy(sql`left(${comments.path}, 1000)`, comments.path)
    // The top comment, its first replies, and one more to know whether the branch goes on.
    .limit(page.replies + 2)
    .as("said");
  return db
    .with(top)
    .select({ ...said._.selectedFields, rank: top.rank, size: top.size })
    .from(top)
    .crossJoinLateral(said)
    .orderBy(top.rank, sql`left(${said.path}, 1000)`, said.path);
}
