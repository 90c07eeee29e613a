import { eq } from "drizzle-orm";
import type { z } from "zod";
import { type ConnectionRequest, connectionRequests as r } from "#/db/schema/connections";
import { type Acting, atomically } from "../../context";
import { DomainError } from "../../errors";
import { tell } from "../../events";
import { fail } from "../errors";
import type { answers, refusal, requestRef } from "../input";
import { can } from "../policy";
import { connect, disconnect, holdPair, type Pair } from "./pair";

type Ref = z.infer<typeof requestRef>;
type Act = "accept" | "decline" | "reopen" | "withdraw";

/**
 * Finds a request of the viewer's and holds its two people still, then reads it again: two answers may arrive at once, from
 * two tabs or from both sides, and the second finds what the first one did.
 */
async function holdRequest(ctx: Acting, requestId: string): Promise<{ pair: Pair; request: ConnectionRequest }> {
  const [there] = await ctx.db.select().from(r).where(eq(r.id, requestId));
  if (!there || (there.fromId !== ctx.viewer.id && there.toId !== ctx.viewer.id)) return fail("no-such-request");
  const pair = await holdPair(ctx, there.fromId === ctx.viewer.id ? there.toId : there.fromId);
  const request = pair.bond.requests.find(({ id }) => id === requestId);
  return request ? { pair, request } : fail("no-such-request");
}

const judged = ({ other, bond, blockedMe, terms }: Pair, request: ConnectionRequest) => ({
  ...request,
  apart: bond.blocked || blockedMe,
  suspended: request.fromId === other.id && other.suspendedAt !== null,
  terms,
});

function mustBeAble(act: Act, pair: Pair, request: ConnectionRequest) {
  const answer = can(pair.me, act, judged(pair, request));
  if (!answer.ok) fail(answer.because);
}

/** Accepts a request: the two are connected from now on. Accepting twice is accepting once. */
export function acceptRequest(ctx: Acting, { requestId }: Ref) {
  return atomically(ctx, async (ctx) => {
    const { pair, request } = await holdRequest(ctx, requestId);
    if (pair.me.suspendedAt) fail("suspended-cannot-connect");
    if (pair.bond.connection && request.toId === pair.me.id) return { state: "connected" as const };
    mustBeAble("accept", pair, request);
    await connect(ctx, pair, request);
    return { state: "connected" as const };
  });
}

/** Declines a request. Whoever sent it is not told and goes on waiting; the reason stays between the viewer and the house. */
export function declineRequest(ctx: Acting, { requestId, because }: z.infer<typeof refusal>) {
  return atomically(ctx, async (ctx) => {
    const { pair, request } = await holdRequest(ctx, requestId);
    if (request.answer === "declined" && request.toId === pair.me.id) return { state: "declined" as const };
    mustBeAble("decline", pair, request);
    const answered = { answer: "declined" as const, answeredAt: ctx.now(), declinedBecause: because ?? null };
    await ctx.db.update(r).set(answered).where(eq(r.id, requestId));
    await tell(ctx, { type: "connection.answered", ...partiesOf(request), answer: "declined" });
    return { state: "declined" as const };
  });
}

/** Takes an answer back: the request waits again. After an acceptance the fresh connection goes with it. */
export function reopenRequest(ctx: Acting, { requestId }: Ref) {
  return atomically(ctx, async (ctx) => {
    const { pair, request } = await holdRequest(ctx, requestId);
    const { me, other, bond } = pair;
    mustBeAble("reopen", pair, request);
    const accepted = request.answer === "accepted";
    if (accepted !== (bond.connection?.requestId === requestId) || (!accepted && bond.connection))
      fail("nothing-to-take-back");
    if (bond.requests.some(({ answer }) => answer === null)) fail("nothing-to-take-back");

    if (accepted) {
      await disconnect(ctx, pair);
      await tell(ctx, { type: "connection.ended", memberId: me.id, otherId: other.id });
    }
    await ctx.db.update(r).set({ answer: null, answeredAt: null, declinedBecause: null }).where(eq(r.id, requestId));
    await tell(ctx, { type: "connection.answered", ...partiesOf(request), answer: "reopened" });
    return { state: "waiting" as const };
  });
}

/** Takes one's own request back, waiting or (what nobody knows) declined. It is gone from the other's list. */
export function withdrawRequest(ctx: Acting, { requestId }: Ref) {
  return atomically(ctx, async (ctx) => {
    const { pair, request } = await holdRequest(ctx, requestId);
    if (request.answer === "withdrawn" && request.fromId === pair.me.id) return { state: "withdrawn" as const };
    mustBeAble("withdraw", pair, request);
    await ctx.db.update(r).set({ answer: "withdrawn", answeredAt: ctx.now() }).where(eq(r.id, requestId));
    await tell(ctx, { type: "connection.answered", ...partiesOf(request), answer: "withdrawn" });
    return { state: "withdrawn" as const };
  });
}

const partiesOf = ({ id, fromId, toId }: ConnectionRequest) => ({ requestId: id, fromId, toId });

/** Answers up to 50 requests, each on its own: one that cannot be answered any more does not hold up the others. */
export async function answerRequests(ctx: Acting, { requestIds, answer }: z.infer<typeof answers>) {
  const refused: { requestId: string; because: string }[] = [];
  for (const requestId of new Set(requestIds)) {
    try {
      await (answer === "accept" ? acceptRequest(ctx, { requestId }) : declineRequest(ctx, { requestId }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused.push({ requestId, because: error.because });
    }
  }
  return { done: new Set(requestIds).size - refused.length, refused };
}
