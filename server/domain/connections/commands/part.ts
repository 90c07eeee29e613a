import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { blocks, connections, endings, connectionRequests as r } from "#/db/schema/connections";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { fail } from "../errors";
import type { aPerson } from "../input";
import { waitingBetween } from "../queries/bond";
import { networkSize } from "../queries/network";
import { find } from "../queries/people";
import { undoFor } from "../terms";
import { between, disconnect, forgetEndings, holdPair, type Pair } from "./pair";

type Who = z.infer<typeof aPerson>;

/** Holds the viewer and a member they can see. */
async function hold(ctx: Acting, person: Who["person"]): Promise<Pair> {
  const found = await find(ctx, person);
  if (found.id === ctx.viewer.id) fail("that-is-you");
  const pair = await holdPair(ctx, found.id);
  return pair.blockedMe ? fail("no-such-member") : pair;
}

/** Ends a connection; nobody is told. Ending what is over is no mistake. */
export function endConnection(ctx: Acting, { person }: Who) {
  return atomically(ctx, async (ctx) => {
    await part(ctx, await hold(ctx, person));
    return { state: "none" as const };
  });
}

async function part(ctx: Acting, pair: Pair) {
  const { me, other } = pair;
  const was = await disconnect(ctx, pair);
  if (!was) return;
  const { since, how, requestId } = was;
  const ending = { since, how, requestId, endedAt: ctx.now() };
  await ctx.db
    .insert(endings)
    .values({ byId: me.id, otherId: other.id, ...ending })
    .onConflictDoUpdate({ target: [endings.byId, endings.otherId], set: ending });
  await tell(ctx, { type: "connection.ended", memberId: me.id, otherId: other.id });
}

/**
 * Takes an ending back: the same connection stands again, with its first day. Only for whoever ended it, for a minute,
 * and only if nothing happened between the two since.
 */
export function restoreConnection(ctx: Acting, { person }: Who) {
  return atomically(ctx, async (ctx) => {
    const pair = await hold(ctx, person);
    const { me, other, bond, terms } = pair;
    if (bond.connection) return { state: "connected" as const };
    const [ending] = await ctx.db
      .select()
      .from(endings)
      .where(and(eq(endings.byId, me.id), eq(endings.otherId, other.id)));
    const inTime = ending && ending.endedAt.getTime() > ctx.now().getTime() - undoFor;
    if (!inTime || bond.blocked || bond.requests.some(({ sentAt }) => sentAt > ending.endedAt))
      return fail("nothing-to-take-back");
    const most = terms.settings["connections.most"];
    if ((await networkSize(ctx, me.id)) >= most) fail("network-full", { most });
    if ((await networkSize(ctx, other.id)) >= most) fail("their-network-full", { most });

    const { since, how, requestId } = ending;
    await ctx.db.insert(connections).values([
      { memberId: me.id, otherId: other.id, since, how, requestId },
      { memberId: other.id, otherId: me.id, since, how, requestId },
    ]);
    await forgetEndings(ctx, pair);
    // Without the request: nobody is told of a connection they always had.
    await tell(ctx, { type: "connection.made", requestId: null, fromId: me.id, toId: other.id });
    return { state: "connected" as const };
  });
}

/**
 * Blocks a member: the connection ends, requests between the two are settled, and neither finds the other any more.
 * The blocked one is not told.
 */
export function block(ctx: Acting, { person }: Who) {
  return atomically(ctx, async (ctx) => {
    const pair = await hold(ctx, person);
    const { me, other, bond } = pair;
    if (bond.blocked) return { state: "blocked-by-me" as const };
    await part(ctx, pair);
    await settleRequests(ctx, pair);
    await ctx.db.insert(blocks).values({ memberId: me.id, blockedId: other.id, madeAt: ctx.now() });
    await tell(ctx, { type: "member.blocked", memberId: me.id, otherId: other.id });
    return { state: "blocked-by-me" as const };
  });
}

/** Mine are taken back; theirs are declined, so that after an unblocking they still wait in their eyes. */
async function settleRequests(ctx: Acting, pair: Pair) {
  const { me, other, bond } = pair;
  const { mine } = waitingBetween(me, bond, pair);
  const answeredAt = ctx.now();
  if (mine) await ctx.db.update(r).set({ answer: "withdrawn", answeredAt }).where(eq(r.id, mine.id));
  await ctx.db
    .update(r)
    .set({ answer: "declined", answeredAt })
    .where(and(between(me.id, other.id), eq(r.toId, me.id), isNull(r.answer)));
}

/** Lifts a block of one's own. What it ended stays ended. */
export function unblock(ctx: Acting, { person }: Who) {
  return atomically(ctx, async (ctx) => {
    const { me, other } = await hold(ctx, person);
    const mine = and(eq(blocks.memberId, me.id), eq(blocks.blockedId, other.id));
    const [lifted] = await ctx.db.delete(blocks).where(mine).returning();
    if (lifted) await tell(ctx, { type: "member.unblocked", memberId: me.id, otherId: other.id });
    return { state: "none" as const };
  });
}
