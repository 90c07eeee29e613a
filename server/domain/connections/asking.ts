import { no, policy, yes } from "../policy";

/** Everything that decides whether one member may ask another now. Instants are null where nothing waits. */
export type Asking = {
  to: { suspended: boolean; hasNoWayIn: boolean };
  blockedByMe: boolean;
  /** Requests of mine that wait, over all; and how many may. */
  open: number;
  openMost: number;
  /** Requests I sent in the last 24 hours; how many I may; and when the next may go when that is used up. */
  today: number;
  dayMost: number;
  nextAt: Date | null;
  /** How often I asked this person without becoming connected; how often I may; and from when again. */
  times: number;
  timesMost: number;
  againAt: Date | null;
  myConnections: number;
  theirConnections: number;
  connectionsMost: number;
  now: Date;
};

export const { can: mayAsk } = policy<Asking>()({
  ask: (viewer, it) => {
    if (viewer?.suspendedAt) return no("suspended-cannot-connect");
    if (it.blockedByMe) return no("blocked-by-you");
    if (it.to.hasNoWayIn) return no("has-no-way-in");
    if (it.to.suspended) return no("cannot-be-asked-now");
    if (it.openMost === 0 || it.dayMost === 0) return no("asking-is-off");
    if (it.times >= it.timesMost) return no("asked-enough");
    if (it.againAt && it.againAt > it.now) return no("ask-again-later");
    if (it.myConnections >= it.connectionsMost) return no("network-full");
    if (it.theirConnections >= it.connectionsMost) return no("their-network-full");
    if (it.open >= it.openMost) return no("too-many-open");
    if (it.today >= it.dayMost) return no("too-many-today");
    return yes;
  },
});

/** What the sentences of its refusals need: numbers, and instants as ISO text. */
export const particularsOf = (it: Asking) => ({
  open: it.openMost,
  day: it.dayMost,
  times: it.timesMost,
  most: it.connectionsMost,
  ...(it.againAt ? { again: it.againAt.toISOString() } : {}),
  ...(it.nextAt ? { next: it.nextAt.toISOString() } : {}),
});
