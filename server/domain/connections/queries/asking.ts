import { and, desc, eq, gt } from "drizzle-orm";
import { type ConnectionRequest, connectionRequests as r } from "#/db/schema/connections";
import type { Member } from "#/db/schema/members";
import type { Acting } from "../../context";
import type { Asking } from "../asking";
import { seemsOpenIn, visibleTo } from "../policy";
import { after, day, type Terms, termsOf } from "../terms";
import type { Bond } from "./bond";
import { networkSize } from "./network";

/** What the viewer used of their limits: requests that wait, requests of the last 24 hours, and when the next may go. */
export type Use = Pick<Asking, "open" | "openMost" | "today" | "dayMost" | "nextAt">;

export async function myUse({ db, viewer }: Acting, terms: Terms): Promise<Use> {
  const { "requests.open": openMost, "requests.day": dayMost } = terms.settings;
  const open = await db.$count(r, and(eq(r.fromId, viewer.id), visibleTo(viewer, terms), seemsOpenIn(terms)));
  const sent = await db
    .select({ at: r.sentAt })
    .from(r)
    .where(and(eq(r.fromId, viewer.id), gt(r.sentAt, new Date(terms.now.getTime() - day))))
    .orderBy(desc(r.sentAt))
    .limit(Math.max(1, dayMost));
  const last = sent.at(-1);
  const usedUp = dayMost > 0 && sent.length >= dayMost && last;
  return { open, openMost, today: sent.length, dayMost, nextAt: usedUp ? after(last.at, 1) : null };
}

/** Everything that decides whether the viewer may ask another member now. */
export async function askingOf(
  ctx: Acting,
  { other, bond, terms, use }: { other: Member; bond: Bond; terms: Terms; use: Use },
): Promise<Asking> {
  const tries = bond.requests.filter(({ fromId, answer }) => fromId === ctx.viewer.id && answer !== "accepted");
  const again = tries.map((request) => after(endOf(request, terms), terms.settings["requests.again-days"]).getTime());
  return {
    ...use,
    to: { suspended: other.suspendedAt !== null, hasNoWayIn: other.importedFrom !== null },
    blockedByMe: bond.blocked,
    times: tries.length,
    timesMost: terms.settings["requests.most"],
    againAt: again.length > 0 ? new Date(Math.max(...again)) : null,
    myConnections: await networkSize(ctx, ctx.viewer.id),
    theirConnections: await networkSize(ctx, other.id),
    connectionsMost: terms.settings["connections.most"],
    now: terms.now,
  };
}

/** When a request ended for whoever sent it: taken back, or run out. A decline in between is not theirs to know. */
const endOf = ({ answer, answeredAt, sentAt }: ConnectionRequest, { settings }: Terms): Date =>
  answer === "withdrawn" && answeredAt ? answeredAt : after(sentAt, settings["requests.expire-days"]);

/** True where two share nothing yet, so that a request needs some words. */
export const needsNote = (shared: { mutual: { count: number }; threads: { count: number } }) =>
  shared.mutual.count === 0 && shared.threads.count === 0;

/** What the viewer used of their limits, for pages that list requests. */
export async function limits(ctx: Acting) {
  return myUse(ctx, await termsOf(ctx));
}
