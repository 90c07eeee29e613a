import { and, eq, inArray } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import { visibleTo } from "../../comments/policy";
import type { Reading } from "../../context";
import { visibleTo as postVisibleTo } from "../../posts/policy";
import { fail } from "../errors";
import { can } from "../policy";
import { commentsWhere, postsWhere, type Thing, termsOf } from "../things";

/**
 * How a thing was received, as this viewer may know it: how many said what, and what they said themselves.
 *
 * The counts are its author's at once; everybody else sees them an hour after it was written or published, as the site is set, so that
 * the first to answer are not led by how many agree. Editing does not begin the hour again. Reactions of people apart
 * from the viewer (one has blocked the other) are not counted for them, and nobody is named.
 */
const shaped = (viewer: Reading["viewer"], thing: Thing) => ({
  counts: thing.counts,
  mine: thing.on ? thing.mine : null,
  can: { react: can(viewer, "react", thing).ok, who: can(viewer, "who", thing).ok },
});

export type Received = ReturnType<typeof shaped>;

const hasSomething = ({ counts, mine, can }: Received) => mine !== null || can.react || Object.keys(counts).length > 0;

/**
 * Comments by their keys, in one statement however many. What this viewer may not read, and what has nothing to show
 * and nothing to press, is left out.
 */
export async function reactionsOfComments(
  ctx: Reading,
  { keys }: { keys: string[] },
): Promise<Record<string, Received>> {
  const terms = await termsOf(ctx);
  if (keys.length === 0 || !terms.on) return {};
  const where = and(inArray(comments.key, keys), visibleTo(ctx.viewer));
  const things = where ? await commentsWhere(ctx, terms, where) : [];
  madeFrom(...new Set(things.map(({ postId }) => `post:${postId}`)));
  const received = things.map((thing) => [thing.key, shaped(ctx.viewer, thing)] as const);
  return Object.fromEntries(received.filter(([, it]) => hasSomething(it)));
}

/** The same for one post. */
export async function reactionsOfPost(ctx: Reading, { key }: { key: string }): Promise<Received> {
  const where = and(eq(posts.key, key), postVisibleTo(ctx.viewer));
  const [thing] = where ? await postsWhere(ctx, await termsOf(ctx), where) : [];
  if (!thing) return fail("no-such-post");
  madeFrom(`post:${thing.postId}`);
  return shaped(ctx.viewer, thing);
}
