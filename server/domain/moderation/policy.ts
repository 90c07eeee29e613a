import { no, policy, tends, type Viewer, yes } from "../policy";

/** A post or a comment, with what a rule must know of it. */
export type Judged = {
  /** Nobody's here, when it was written elsewhere. */
  authorId: string | null;
  hiddenAt: Date | null;
  deletedAt: Date | null;
  /** Of a comment that came by import: whether it is among the others. */
  state: "shown" | "held" | "spam" | "trash";
  /** The viewer may read its words, blocks between people counted. */
  readable: boolean;
  /** The viewer could read them if nobody had blocked anybody and they were not held back. */
  addressed: boolean;
  /** Somebody has called a moderator about it, now or before. */
  reported: boolean;
};

const isOwn = (viewer: Viewer, thing: Judged) => viewer !== null && viewer.id === thing.authorId;

/** A moderator's concern is what they could read, and what somebody called them to: no more. */
const concerns = (viewer: Viewer, thing: Judged) => {
  if (!tends(viewer) || thing.deletedAt) return no("no-such-thing");
  const seen = thing.addressed || thing.reported || thing.hiddenAt !== null;
  if (!seen) return no("no-such-thing");
  return isOwn(viewer, thing) ? no("your-own-words") : yes;
};

export const { can, permissions } = policy<Judged>()({
  report: (viewer, thing) => {
    if (!viewer || !thing.readable) return no("no-such-thing");
    return isOwn(viewer, thing) ? no("your-own-words") : yes;
  },

  /** To see it in the queue, with its words and what was said about it. */
  judge: concerns,

  hide: (viewer, thing) => {
    const mine = concerns(viewer, thing);
    if (!mine.ok) return mine;
    if (thing.state !== "shown") return no("no-such-thing");
    return thing.hiddenAt ? no("already-hidden") : yes;
  },

  unhide: (viewer, thing) => {
    const mine = concerns(viewer, thing);
    if (!mine.ok) return mine;
    return thing.hiddenAt ? yes : no("not-hidden");
  },

  /** Lets a comment that was held, or left out before, stand among the others. */
  approve: (viewer, thing) => {
    const mine = concerns(viewer, thing);
    if (!mine.ok) return mine;
    return thing.state === "shown" ? no("not-held") : yes;
  },

  leave: (viewer, thing) => {
    const mine = concerns(viewer, thing);
    if (!mine.ok) return mine;
    return thing.state === "held" ? yes : no("not-held");
  },
});
