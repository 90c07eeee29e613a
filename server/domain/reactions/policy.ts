import { and, eq, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { visibleTo } from "../comments/policy";
import { no, policy, type Viewer, yes } from "../policy";
import { visibleTo as postVisibleTo } from "../posts/policy";

/** A post or a comment, with what a rule must know of it. */
export type ReactedTo = {
  kind: "post" | "comment";
  /** Nobody's here, when it was written elsewhere. */
  authorId: string | null;
  /** The viewer may read its words, blocks between people counted. */
  readable: boolean;
  /** A moderator hid it, or has not let it through yet. */
  keptBack: boolean;
  /** When it was written, or published; null for a draft. Later changes of its words do not begin the hour again. */
  since: Date | null;
  /** What time it is. */
  now: Date;
  /** For how many milliseconds only its author sees how it was received: so that nobody agrees because others did. */
  authorFirst: number;
  /** This site has reactions at all. */
  on: boolean;
};

const missing = ({ kind }: ReactedTo) => no(kind === "post" ? "no-such-post" : "no-such-comment");
const wrote = (viewer: Viewer, thing: ReactedTo): boolean => viewer !== null && viewer.id === thing.authorId;

/** Whether reactions are a part of it for this viewer. What a moderator hid has none, also for those who can read it. */
const isOpen = ({ readable, keptBack, since, on }: ReactedTo) => on && readable && !keptBack && since !== null;

export const { can, permissions } = policy<ReactedTo>()({
  read: (_viewer, thing) => (thing.readable ? yes : missing(thing)),

  /** To see how many there are: its author at once, everybody else some time after it was written. */
  count: (viewer, thing) => {
    if (!isOpen(thing)) return missing(thing);
    const isOver = thing.since !== null && thing.since.getTime() + thing.authorFirst <= thing.now.getTime();
    return wrote(viewer, thing) || isOver ? yes : no("author-first");
  },

  /** To see who it was. Nobody but the author, who is who was meant. */
  who: (viewer, thing) => {
    if (!isOpen(thing)) return missing(thing);
    return wrote(viewer, thing) ? yes : no("not-yours-to-see");
  },

  react: (viewer, thing) => {
    if (!viewer || !thing.readable) return missing(thing);
    if (!thing.on) return no("reactions-off");
    if (viewer.suspendedAt) return no("suspended-cannot-react");
    if (wrote(viewer, thing)) return no("reacting-to-oneself");
    return isOpen(thing) ? yes : no("no-reaction-to-hidden");
  },

  /** To take one's own back: whatever was hidden or switched off since. */
  takeBack: (viewer, thing) => {
    if (!viewer || !thing.readable) return missing(thing);
    return viewer.suspendedAt ? no("suspended-cannot-react") : yes;
  },
});

/** Things of this age and older are everybody's to count. */
const oldEnough = ({ now, authorFirst }: Pick<ReactedTo, "now" | "authorFirst">) =>
  new Date(now.getTime() - authorFirst);

/** `count`, said in SQL over comments joined with their posts. A test holds the two together. */
export function countedOnComments(viewer: Viewer, when: Pick<ReactedTo, "now" | "authorFirst">): SQL {
  const own = viewer ? eq(comments.authorId, viewer.id) : undefined;
  return (
    and(
      visibleTo(viewer),
      isNull(comments.hiddenAt),
      eq(comments.state, "shown"),
      or(own, lte(comments.writtenAt, oldEnough(when))),
    ) ?? sql`false`
  );
}

/** The same over posts. */
export function countedOnPosts(viewer: Viewer, when: Pick<ReactedTo, "now" | "authorFirst">): SQL {
  const own = viewer ? and(eq(posts.authorId, viewer.id), isNotNull(posts.publishedAt)) : undefined;
  return (
    and(postVisibleTo(viewer), isNull(posts.hiddenAt), or(own, lte(posts.publishedAt, oldEnough(when)))) ?? sql`false`
  );
}
