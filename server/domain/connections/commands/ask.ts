import { and, isNull, lte } from "drizzle-orm";
import type { z } from "zod";
import { newId } from "#/db/ids";
import { connectionRequests as r } from "#/db/schema/connections";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { mayAsk, particularsOf } from "../asking";
import { fail } from "../errors";
import { leastNote, lengthOf, type newRequest } from "../input";
import { askingOf, myUse, needsNote } from "../queries/asking";
import { waitingBetween } from "../queries/bond";
import { factsWith } from "../queries/facts";
import { find } from "../queries/people";
import { between, connect, holdPair, type Pair } from "./pair";

/** What became of a request: it waits, or both are connected now. */
export type Asked = { state: "requested"; requestId: string } | { state: "connected" };

/**
 * Asks another member to connect. Sent twice it is one request; asked of somebody who is asking too, in the same
 * instant or since long, it makes the connection.
 */
export async function requestConnection(ctx: Acting, { to, note, how }: z.infer<typeof newRequest>): Promise<Asked> {
  const found = await find(ctx, to);
  if (found.id === ctx.viewer.id) fail("that-is-you");
  return atomically(ctx, async (ctx) => {
    const pair = await holdPair(ctx, found.id);
    const done = await alreadyAnswered(ctx, pair);
    if (done) return done;

    await endWhatRanOut(ctx, pair);
    const { other, terms } = pair;
    const asking = await askingOf(ctx, { ...pair, use: await myUse(ctx, terms) });
    const answer = mayAsk(pair.me, "ask", asking);
    if (!answer.ok) fail(answer.because, particularsOf(asking));
    const shared = (await factsWith(ctx, [other.id]))(other.id);
    if (needsNote(shared) && lengthOf(note) < leastNote) fail("note-needed", { least: leastNote });

    const id = newId();
    await ctx.db.insert(r).values({ id, fromId: pair.me.id, toId: other.id, note, how, sentAt: ctx.now() });
    await tell(ctx, { type: "connection.asked", requestId: id, fromId: pair.me.id, toId: other.id });
    return { state: "requested", requestId: id };
  });
}

/** The two may be connected, may be asking each other, or this may be the second press on the same button. */
async function alreadyAnswered(ctx: Acting, pair: Pair): Promise<Asked | null> {
  const { me, bond, blockedMe } = pair;
  if (blockedMe) fail("no-such-member");
  if (me.suspendedAt) fail("suspended-cannot-connect");
  if (bond.blocked) fail("blocked-by-you");
  if (bond.connection) return { state: "connected" };
  const { mine, theirs } = waitingBetween(me, bond, pair);
  // Declined or not, in the eyes of who sent it the question still stands: asking back is the answer.
  if (theirs && theirs.sentAt > pair.terms.openSince) {
    await connect(ctx, pair, theirs);
    return { state: "connected" };
  }
  return mine ? { state: "requested", requestId: mine.id } : null;
}

/** A request that ran out but was not marked yet would stand in the way of the next one. */
const endWhatRanOut = ({ db }: Acting, { me, other, terms }: Pair) =>
  db
    .update(r)
    .set({ answer: "expired", answeredAt: terms.now })
    .where(and(between(me.id, other.id), isNull(r.answer), lte(r.sentAt, terms.openSince)));
