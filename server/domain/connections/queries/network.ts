import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { blocks, connections as c, mutes } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import type { Acting } from "../../context";
import { type Cursor, decodeCursor, type page, paged } from "../../cursor";
import { mutualWith } from "./facts";
import { face, find, type Person } from "./people";

type Page = z.infer<typeof page>;

const behind = (cursor: string | undefined, say: (cursor: Cursor) => ReturnType<typeof sql>) =>
  cursor ? say(decodeCursor(cursor)) : undefined;

/** The viewer's own connections, newest first, with how they know each other and how many people they share. */
export async function network(ctx: Acting, { cursor, limit }: Page) {
  const { db, viewer, now } = ctx;
  const rows = await db
    .select({ member: face, since: c.since, how: c.how, muted: sql`${mutes.mutedId} is not null`.mapWith(Boolean) })
    .from(c)
    .innerJoin(members, eq(members.id, c.otherId))
    .leftJoin(
      mutes,
      and(eq(mutes.memberId, viewer.id), eq(mutes.mutedId, c.otherId), or(isNull(mutes.until), gt(mutes.until, now()))),
    )
    .where(
      and(
        eq(c.memberId, viewer.id),
        behind(cursor, ({ at, id }) => sql`(${c.since}, ${c.otherId}) < (${at}, ${id}::uuid)`),
      ),
    )
    .orderBy(desc(c.since), desc(c.otherId))
    .limit(limit + 1);
  const mutual = await mutualWith(
    ctx,
    rows.slice(0, limit).map(({ member }) => member.id),
  );
  return paged(
    rows.map((row) => ({ ...row, mutual: mutual.get(row.member.id)?.count ?? 0 })),
    limit,
    ({ since, member }) => ({ at: since, id: member.id }),
  );
}

/** How many connections a member has. */
export async function networkSize({ db }: Pick<Acting, "db">, memberId: string): Promise<number> {
  return db.$count(c, eq(c.memberId, memberId));
}

/**
 * The people the viewer and another member are both connected with, the viewer's newest first. This and the size of it is
 * all that others see of a network: a list of everybody somebody knows is theirs to give.
 */
export async function mutualPeople(ctx: Acting, { person, cursor, limit }: Page & { person: Person }) {
  const other = await find(ctx, person);
  const rows = await ctx.db
    .select({ member: face, since: c.since })
    .from(c)
    .innerJoin(members, and(eq(members.id, c.otherId), isNull(members.suspendedAt)))
    .where(
      and(
        eq(c.memberId, ctx.viewer.id),
        sql`exists (select 1 from connections theirs where theirs.member_id = ${other.id} and theirs.other_id = ${c.otherId})`,
        behind(cursor, ({ at, id }) => sql`(${c.since}, ${c.otherId}) < (${at}, ${id}::uuid)`),
      ),
    )
    .orderBy(desc(c.since), desc(c.otherId))
    .limit(limit + 1);
  const cut = paged(rows, limit, ({ since, member }) => ({ at: since, id: member.id }));
  return { ...cut, items: cut.items.map(({ member }) => member) };
}

/** Whom the viewer blocked, the last first. Only they ever see it. */
export async function blockedPeople({ db, viewer }: Acting, { cursor, limit }: Page) {
  const rows = await db
    .select({ member: face, madeAt: blocks.madeAt })
    .from(blocks)
    .innerJoin(members, eq(members.id, blocks.blockedId))
    .where(
      and(
        eq(blocks.memberId, viewer.id),
        behind(cursor, ({ at, id }) => sql`(${blocks.madeAt}, ${blocks.blockedId}) < (${at}, ${id}::uuid)`),
      ),
    )
    .orderBy(desc(blocks.madeAt), desc(blocks.blockedId))
    .limit(limit + 1);
  return paged(rows, limit, ({ madeAt, member }) => ({ at: madeAt, id: member.id }));
}

/** Whom the viewer muted, and until when (null: until they say otherwise), the last first. */
export async function mutedPeople({ db, viewer, now }: Acting, { cursor, limit }: Page) {
  const rows = await db
    .select({ member: face, madeAt: mutes.madeAt, until: mutes.until })
    .from(mutes)
    .innerJoin(members, eq(members.id, mutes.mutedId))
    .where(
      and(
        eq(mutes.memberId, viewer.id),
        or(isNull(mutes.until), gt(mutes.until, now())),
        behind(cursor, ({ at, id }) => sql`(${mutes.madeAt}, ${mutes.mutedId}) < (${at}, ${id}::uuid)`),
      ),
    )
    .orderBy(desc(mutes.madeAt), desc(mutes.mutedId))
    .limit(limit + 1);
  return paged(rows, limit, ({ madeAt, member }) => ({ at: madeAt, id: member.id }));
}
