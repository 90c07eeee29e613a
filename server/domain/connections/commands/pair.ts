import { and, asc, eq, inArray, or } from "drizzle-orm";
import { blocks, type ConnectionRequest, connections, endings, connectionRequests as r } from "#/db/schema/connections";
import { type Member, members } from "#/db/schema/members";
import type { Acting } from "../../context";
import { tell } from "../../events";
import { fail } from "../errors";
import { seemsOpenIn } from "../policy";
import { bondBetween } from "../queries/bond";
import { networkSize } from "../queries/network";
import { type Terms, termsOf } from "../terms";

/** Two members, held still: whatever else wants to happen between either of them and anybody waits for this to end. */
export type Pair = {
  me: Member;
  other: Member;
  terms: Terms;
  /** The other blocked me since I found them. */
  blockedMe: boolean;
  bond: Awaited<ReturnType<typeof bondBetween>>;
};

/**
 * Locks both members' rows, always in the order of their ids so that no two acts wait for each other, and reads what
 * stands between them. The lock also keeps the counts of the limits true; a comment by either (a foreign key on
 * their row) does not wait for it.
 */
export async function holdPair(ctx: Acting, otherId: string): Promise<Pair> {
  const { db, viewer } = ctx;
  const rows = await db
    .select()
    .from(members)
    .where(inArray(members.id, [viewer.id, otherId]))
    .orderBy(asc(members.id))
    .for("no key update");
  const me = rows.find(({ id }) => id === viewer.id);
  const other = rows.find(({ id }) => id === otherId);
  if (!me || !other) return fail("no-such-member");
  const blocked = await db.$count(blocks, and(eq(blocks.memberId, otherId), eq(blocks.blockedId, viewer.id)));
  return { me, other, terms: await termsOf(ctx), blockedMe: blocked > 0, bond: await bondBetween(ctx, other) };
}

/** The requests between two, in either direction. */
export const between = (a: string, b: string) =>
  or(and(eq(r.fromId, a), eq(r.toId, b)), and(eq(r.fromId, b), eq(r.toId, a)));

/** Makes a request's two people connected. Every other request between them is answered by it. */
export async function connect(
  ctx: Acting,
  { me, other, terms }: Pair,
  request: Pick<ConnectionRequest, "id" | "fromId" | "how">,
) {
  const most = terms.settings["connections.most"];
  if ((await networkSize(ctx, me.id)) >= most) fail("network-full", { most });
  if ((await networkSize(ctx, other.id)) >= most) fail("their-network-full", { most });
  const { db, now } = ctx;
  await db
    .update(r)
    .set({ answer: "accepted", answeredAt: now() })
    .where(or(eq(r.id, request.id), and(between(me.id, other.id), seemsOpenIn(terms))));
  const bond = { since: now(), how: request.how, requestId: request.id };
  await db.insert(connections).values([
    { memberId: me.id, otherId: other.id, ...bond },
    { memberId: other.id, otherId: me.id, ...bond },
  ]);
  await forgetEndings(ctx, { me, other });
  const [fromId, toId] = request.fromId === me.id ? [me.id, other.id] : [other.id, me.id];
  await tell(ctx, { type: "connection.made", requestId: request.id, fromId, toId });
}

/** Takes the connection away on both sides. Returns what it was. */
export async function disconnect({ db }: Acting, { me, other }: Pick<Pair, "me" | "other">) {
  const rows = await db
    .delete(connections)
    .where(
      or(
        and(eq(connections.memberId, me.id), eq(connections.otherId, other.id)),
        and(eq(connections.memberId, other.id), eq(connections.otherId, me.id)),
      ),
    )
    .returning();
  return rows[0] ?? null;
}

/** A pair that meets anew has nothing left to take back. */
export const forgetEndings = ({ db }: Acting, { me, other }: Pick<Pair, "me" | "other">) =>
  db
    .delete(endings)
    .where(
      or(
        and(eq(endings.byId, me.id), eq(endings.otherId, other.id)),
        and(eq(endings.byId, other.id), eq(endings.otherId, me.id)),
      ),
    );
