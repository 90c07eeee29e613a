import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { newId } from "#/db/ids";
import { postPins, posts } from "#/db/schema/posts";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { findPost } from "../find";
import type { PinPlace } from "../input";
import { can, standsPinned, visibleTo } from "../policy";
import { mostPinned } from "../queries/pins";
import { kept } from "./write";

type Pinning = { key: string; place: PinPlace };

/**
 * Puts a post above the others, on the front page or on its author's. Pinned already, it stays where it is.
 * @returns the post, and whether anything was changed
 */
export async function pinPost(ctx: Acting, { key, place }: Pinning) {
  const most = (await settingsOf(ctx))[mostPinned[place]];
  if (most === 0) fail("pins-are-off");
  return atomically(ctx, async (ctx) => {
    const { post, shelf } = await askToPin(ctx, { key, place });
    const pins = await pinsOn(ctx, { shelf, place });
    if (pins.some(({ postId }) => postId === post.id)) return { ...kept(post), changed: false };
    if (pins.filter(({ isSeen }) => isSeen).length >= most) return fail("too-many-pinned-posts", { most });
    const left = await makeRoom(ctx, pins, most);
    const pin = { postId: post.id, authorId: shelf, place: firstFree(left), pinnedById: ctx.viewer.id };
    await ctx.db.insert(postPins).values({ id: newId(), ...pin, pinnedAt: ctx.now() });
    await tell(ctx, { type: "post.pinned", postId: post.id });
    return { ...kept(post), changed: true };
  });
}

/** Lets it stand among the others again. */
export function unpinPost(ctx: Acting, { key, place }: Pinning) {
  return atomically(ctx, async (ctx) => {
    const { post, shelf } = await askToPin(ctx, { key, place });
    const taken = await ctx.db
      .delete(postPins)
      .where(and(isOn(shelf), eq(postPins.postId, post.id)))
      .returning({ id: postPins.id });
    if (taken.length > 0) await tell(ctx, { type: "post.pinned", postId: post.id });
    return { ...kept(post), changed: taken.length > 0 };
  });
}

/** The post, and whose page it is about; whoever pins to the same page at the same moment waits. */
async function askToPin(ctx: Acting, { key, place }: Pinning) {
  const post = await findPost(ctx, key, { lock: true });
  const answer = can(ctx.viewer, place === "front" ? "pinToFront" : "pinToOwn", post);
  if (!answer.ok) return fail(answer.because);
  const shelf = place === "front" ? null : post.authorId;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pins ${shelf ?? "front"}`}, 0))`);
  return { post, shelf };
}

const isOn = (shelf: string | null) => (shelf ? eq(postPins.authorId, shelf) : isNull(postPins.authorId));

type Pin = { id: string; postId: string; place: number; stands: boolean; isSeen: boolean };

const pinsOn = ({ db, viewer }: Acting, { shelf, place }: { shelf: string | null; place: PinPlace }): Promise<Pin[]> =>
  db
    .select({
      id: postPins.id,
      postId: postPins.postId,
      place: postPins.place,
      /** Whether anybody finds it there now. */
      stands: sql<boolean>`${standsPinned(place)}`,
      isSeen: sql<boolean>`${and(standsPinned(place), visibleTo(viewer))}`,
    })
    .from(postPins)
    .innerJoin(posts, eq(posts.id, postPins.postId))
    .where(isOn(shelf));

/** What was hidden, deleted or narrowed since it was pinned keeps its place until another post needs it. */
async function makeRoom({ db }: Acting, pins: Pin[], most: number): Promise<Pin[]> {
  const fallen = pins.filter(({ stands }) => !stands).map(({ id }) => id);
  if (pins.length < most || fallen.length === 0) return pins;
  await db.delete(postPins).where(inArray(postPins.id, fallen));
  return pins.filter(({ stands }) => stands);
}

/** The first place that nobody has; behind the last one where somebody's posts are out of this viewer's sight. */
function firstFree(pins: Pin[]): number {
  const taken = new Set(pins.map(({ place }) => place));
  let free = 1;
  while (taken.has(free)) free += 1;
  return free;
}
