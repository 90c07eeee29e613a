import { and, count, eq, gt, inArray, lte, not, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { comments } from "#/db/schema/comments";
import { members } from "#/db/schema/members";
import type { Reading } from "../../context";
import { freshIn } from "../fresh";
import { hasPlaceFor, isSaidHere, wordsVisibleTo } from "../policy";
import { fieldsFor, type Row } from "../shape";
import { roomFor } from "./room";

const branch = alias(comments, "branch");
const deep = alias(comments, "deep");

/** How many new ones of a branch are shown in the order that begins with what is unread. */
const mostShown = 6;

const newTo = (ctx: Reading, since: Date, c: typeof branch | typeof deep): SQL | undefined =>
  and(freshIn(ctx, since, c), wordsVisibleTo(ctx.viewer, c));

/** How many are new in each of these branches, by the id of its top comment. */
export async function newPerBranch(ctx: Reading, since: Date, rootIds: string[]): Promise<Map<string, number>> {
  if (rootIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ rootId: branch.rootId, many: count() })
    .from(branch)
    .where(and(inArray(branch.rootId, rootIds), newTo(ctx, since, branch)))
    .groupBy(branch.rootId);
  return new Map(rows.map(({ rootId, many }) => [rootId, many]));
}

/** How many are new below these comments, at whatever depth, by their keys. */
export async function newBelow(ctx: Reading, since: Date, ids: string[]): Promise<Record<string, number>> {
  if (ids.length === 0) return {};
  const rows = await ctx.db
    .select({ key: branch.key, many: count() })
    .from(branch)
    .innerJoin(
      deep,
      and(
        eq(deep.rootId, branch.rootId),
        sql`${deep.depth} > ${branch.depth}`,
        sql`starts_with(${deep.path}, ${branch.path})`,
      ),
    )
    .where(and(inArray(branch.id, ids), newTo(ctx, since, deep)))
    .groupBy(branch.key);
  return Object.fromEntries(rows.map(({ key, many }) => [key, many]));
}

/** How many are new below one comment and behind another one below it; what is below that is not counted where told. */
export async function newBehind(
  ctx: Reading,
  since: Date,
  { here, last, withBelow }: { here: { rootId: string; path: string }; last: { id: string }; withBelow: boolean },
): Promise<number> {
  const path = sql`(select path from comments where id = ${last.id})`;
  const [row] = await ctx.db
    .select({ many: count() })
    .from(branch)
    .where(
      and(
        eq(branch.rootId, here.rootId),
        sql`starts_with(${branch.path}, ${here.path})`,
        gt(branch.path, path),
        withBelow ? undefined : not(sql`starts_with(${branch.path}, ${path})`),
        newTo(ctx, since, branch),
      ),
    );
  return row?.many ?? 0;
}

/** The first few new replies of each of these branches and what they answer, in reading order, as far as there is room. */
export async function newReplies(ctx: Reading, since: Date, rootIds: string[], depth: number): Promise<Row[]> {
  if (rootIds.length === 0) return [];
  const { db, viewer } = ctx;
  const nth = sql<number>`row_number() over (partition by ${branch.rootId} order by left(${branch.path}, 1000), ${branch.path})`;
  const found = db
    .select({ id: branch.id, parentId: branch.parentId, nth: nth.as("nth") })
    .from(branch)
    .where(and(inArray(branch.rootId, rootIds), lte(branch.depth, depth), newTo(ctx, since, branch)));
  const lines = sql`(with recursive up (id, parent_id) as (
      select id, parent_id from (${found}) as found where nth <= ${mostShown}
      union select c.id, c.parent_id from comments c join up on c.id = up.parent_id
    ) select id from up)`;
  const said = db
    .select(fieldsFor(viewer))
    .from(comments)
    .leftJoin(members, eq(members.id, comments.authorId))
    .where(and(inArray(comments.id, lines), gt(comments.depth, 0), isSaidHere, hasPlaceFor(viewer)))
    .as("said");
  const inOrder = [said.rootId, sql`left(${said.path}, 1000)`, said.path] as const;
  const rows = await db
    .select({ ...said._.selectedFields, ...roomFor(said.html, inOrder) })
    .from(said)
    .orderBy(...inOrder);
  return rows.filter(({ fits }) => fits);
}
