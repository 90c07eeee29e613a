import type { ConnectionRequest } from "#/db/schema/connections";
import type { Member } from "#/db/schema/members";
import type { Acting, Reading } from "../../context";
import { mayAsk, particularsOf } from "../asking";
import type { Because } from "../errors";
import { after, type Terms, termsOf } from "../terms";
import { askingOf, myUse } from "./asking";
import { type Bond, bondBetween, waitingBetween } from "./bond";
import { type Facts, factsWith } from "./facts";
import { networkSize } from "./network";
import { type Face, find, type Person } from "./people";

/** How the viewer stands with one member: what a button on a profile must tell. */
export type State =
  | { is: "visitor" }
  | { is: "you" }
  | { is: "none" }
  | { is: "cannot"; because: Because; particulars: Record<string, string | number> }
  | { is: "requested"; requestId: string; sentAt: Date; expiresAt: Date }
  | { is: "asked-you"; requestId: string; note: string; how: ConnectionRequest["how"]; sentAt: Date; declined: boolean }
  | { is: "connected"; since: Date; how: ConnectionRequest["how"] }
  | { is: "blocked-by-me" };

export type Standing = {
  member: Face;
  state: State;
  muted: boolean;
  /** What the two share, and the size of the other's network; null for a visitor and for oneself. */
  shared: (Facts & { network: number }) | null;
};

/** The viewer's standing with a member. Missing for somebody who blocked the viewer. */
export async function standing(ctx: Reading, who: Person): Promise<Standing> {
  const other = await find(ctx, who);
  const member = { id: other.id, name: other.name, handle: other.handle };
  const { viewer } = ctx;
  if (!viewer) return { member, state: { is: "visitor" }, muted: false, shared: null };
  if (viewer.id === other.id) return { member, state: { is: "you" }, muted: false, shared: null };
  const acting = { ...ctx, viewer };
  const bond = await bondBetween(acting, other);
  const terms = await termsOf(ctx);
  const facts = (await factsWith(acting, [other.id]))(other.id);
  return {
    member,
    state: await stateOf(acting, { other, bond, terms }),
    muted: bond.muted,
    shared: bond.blocked ? null : { ...facts, network: await networkSize(ctx, other.id) },
  };
}

type About = { other: Member; bond: Bond; terms: Terms };

async function stateOf(ctx: Acting, { other, bond, terms }: About): Promise<State> {
  const { viewer } = ctx;
  if (bond.blocked) return { is: "blocked-by-me" };
  if (bond.connection) return { is: "connected", since: bond.connection.since, how: bond.connection.how };
  const { mine, theirs } = waitingBetween(viewer, bond, { other, terms });
  if (theirs) {
    const { id, note, how, sentAt, answer } = theirs;
    return { is: "asked-you", requestId: id, note, how, sentAt, declined: answer === "declined" };
  }
  if (mine) {
    const expiresAt = after(mine.sentAt, terms.settings["requests.expire-days"]);
    return { is: "requested", requestId: mine.id, sentAt: mine.sentAt, expiresAt };
  }
  const asking = await askingOf(ctx, { other, bond, terms, use: await myUse(ctx, terms) });
  const answer = mayAsk(viewer, "ask", asking);
  return answer.ok ? { is: "none" } : { is: "cannot", because: answer.because, particulars: particularsOf(asking) };
}
