import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { connectionRequests as r } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import type { Acting } from "../../context";
import { type Cursor, decodeCursor, type page, paged } from "../../cursor";
import { keptIn, openIn, permissions, seemsOpenIn, visibleTo } from "../policy";
import { after, type Terms, termsOf } from "../terms";
import { factsWith } from "./facts";
import { face } from "./people";

type Page = z.infer<typeof page>;

/** The requests that wait for the viewer's answer, newest first, with what one needs to judge them. */
export async function receivedRequests(ctx: Acting, { cursor, limit }: Page) {
  const terms = await termsOf(ctx);
  const rows = await received(ctx, terms, { kind: openIn(terms), at: r.sentAt, cursor, limit });
  const factsOf = await factsWith(
    ctx,
    rows.slice(0, limit).map(({ from }) => from.id),
  );
  return paged(
    rows.map(({ from, request }) => ({
      id: request.id,
      from,
      note: request.note,
      how: request.how,
      sentAt: request.sentAt,
      expiresAt: after(request.sentAt, terms.settings["requests.expire-days"]),
      ...factsOf(from.id),
      can: permissions(ctx.viewer, { ...request, apart: false, suspended: false, terms }),
    })),
    limit,
    ({ sentAt, id }) => ({ at: sentAt, id }),
  );
}

/** The requests the viewer declined and may still accept, the last declined first. Nobody else ever sees this list. */
export async function declinedRequests(ctx: Acting, { cursor, limit }: Page) {
  const terms = await termsOf(ctx);
  const rows = await received(ctx, terms, { kind: keptIn(terms), at: r.answeredAt, cursor, limit });
  const factsOf = await factsWith(
    ctx,
    rows.slice(0, limit).map(({ from }) => from.id),
  );
  return paged(
    rows.map(({ from, request }) => ({
      id: request.id,
      from,
      note: request.note,
      how: request.how,
      sentAt: request.sentAt,
      because: request.declinedBecause,
      declinedAt: request.answeredAt ?? request.sentAt,
      keptUntil: after(request.answeredAt ?? request.sentAt, terms.settings["requests.declined-days"]),
      ...factsOf(from.id),
      can: permissions(ctx.viewer, { ...request, apart: false, suspended: false, terms }),
    })),
    limit,
    ({ declinedAt, id }) => ({ at: declinedAt, id }),
  );
}

type List = {
  kind: SQL | undefined;
  at: typeof r.sentAt | typeof r.answeredAt;
  cursor: string | undefined;
  limit: number;
};

function received({ db, viewer }: Acting, terms: Terms, { kind, at, cursor, limit }: List) {
  return db
    .select({ request: r, from: face })
    .from(r)
    .innerJoin(members, eq(members.id, r.fromId))
    .where(
      and(eq(r.toId, viewer.id), visibleTo(viewer, terms), kind, cursor ? behind(at, decodeCursor(cursor)) : undefined),
    )
    .orderBy(desc(at), desc(r.id))
    .limit(limit + 1);
}

const behind = (at: List["at"], { at: instant, id }: Cursor) => sql`(${at}, ${r.id}) < (${instant}, ${id}::uuid)`;

/** What the viewer asked, newest first: it waits or was accepted. That it was declined is nowhere in here. */
export async function sentRequests(ctx: Acting, { cursor, limit }: Page) {
  const { db, viewer } = ctx;
  const terms = await termsOf(ctx);
  const rows = await db
    .select({
      id: r.id,
      note: r.note,
      how: r.how,
      sentAt: r.sentAt,
      accepted: sql`${r.answer} is not distinct from 'accepted'`.mapWith(Boolean),
      to: face,
    })
    .from(r)
    .innerJoin(members, eq(members.id, r.toId))
    .where(
      and(
        eq(r.fromId, viewer.id),
        visibleTo(viewer, terms),
        cursor ? behind(r.sentAt, decodeCursor(cursor)) : undefined,
      ),
    )
    .orderBy(desc(r.sentAt), desc(r.id))
    .limit(limit + 1);
  return paged(
    rows.map(({ accepted, ...row }) => ({
      ...row,
      state: accepted ? ("accepted" as const) : ("pending" as const),
      expiresAt: accepted ? null : after(row.sentAt, terms.settings["requests.expire-days"]),
      can: { withdraw: !accepted },
    })),
    limit,
    ({ sentAt, id }) => ({ at: sentAt, id }),
  );
}

/** How many requests wait for the viewer's answer, and how many of the viewer's own still wait. */
export async function requestCounts(ctx: Acting) {
  const { db, viewer } = ctx;
  const terms = await termsOf(ctx);
  const count = sql<number>`count(*)`.mapWith(Number);
  const [waiting] = await db
    .select({ count })
    .from(r)
    .where(and(eq(r.toId, viewer.id), visibleTo(viewer, terms), openIn(terms)));
  const [sent] = await db
    .select({ count })
    .from(r)
    .where(and(eq(r.fromId, viewer.id), visibleTo(viewer, terms), seemsOpenIn(terms)));
  return { waiting: waiting?.count ?? 0, sent: sent?.count ?? 0 };
}
