import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { blocks, type ConnectionRequest, connections, mutes, connectionRequests as r } from "#/db/schema/connections";
import { type Member, members } from "#/db/schema/members";
import type { Acting } from "../../context";
import { can } from "../policy";
import type { Terms } from "../terms";

export type Bond = Awaited<ReturnType<typeof bondBetween>>;

/** Everything that stands between the viewer and another member: connection, block, mute, requests (newest first). */
export async function bondBetween({ db, viewer, now }: Acting, other: Pick<Member, "id">) {
  const [mine] = await db
    .select({ connection: connections, blocked: blocks.blockedId, muted: mutes.mutedId })
    .from(members)
    .leftJoin(connections, and(eq(connections.memberId, viewer.id), eq(connections.otherId, other.id)))
    .leftJoin(blocks, and(eq(blocks.memberId, viewer.id), eq(blocks.blockedId, other.id)))
    .leftJoin(
      mutes,
      and(eq(mutes.memberId, viewer.id), eq(mutes.mutedId, other.id), or(isNull(mutes.until), gt(mutes.until, now()))),
    )
    .where(eq(members.id, viewer.id));
  const requests = await db
    .select()
    .from(r)
    .where(or(and(eq(r.fromId, viewer.id), eq(r.toId, other.id)), and(eq(r.fromId, other.id), eq(r.toId, viewer.id))))
    .orderBy(desc(r.sentAt), desc(r.id));
  return {
    connection: mine?.connection ?? null,
    blocked: Boolean(mine?.blocked),
    muted: Boolean(mine?.muted),
    requests,
  };
}

/** The request of the viewer that waits in their eyes, and the one put to them that they may still accept. */
export function waitingBetween(
  viewer: Member,
  { requests, blocked }: Pick<Bond, "requests" | "blocked">,
  about: { other: Member; terms: Terms },
) {
  const judged = (request: ConnectionRequest) => ({
    ...request,
    apart: blocked,
    suspended: about.other.suspendedAt !== null && request.fromId === about.other.id,
    terms: about.terms,
  });
  return {
    mine: requests.find((request) => can(viewer, "withdraw", judged(request)).ok),
    theirs: requests.find((request) => can(viewer, "accept", judged(request)).ok),
  };
}
