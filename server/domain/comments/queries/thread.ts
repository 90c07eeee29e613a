import type { z } from "zod";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { decodeCursor, encodeCursor } from "../../cursor";
import { can as canPost, whoMayAnswer } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { findPlace } from "../find";
import type { thread } from "../input";
import { windowsOf } from "../windows";
import { branchesOf, page, placeIn } from "./branches";
import { countOn } from "./counts";
import { placesOf } from "./places";

/** A post's comments as this viewer reads them: a page of top comments, the beginning of each one's branch below it. */
export async function threadOf(ctx: Reading, { postKey, order, cursor }: z.infer<typeof thread>) {
  const post = await findPlace(ctx, postKey);
  if (!canPost(ctx.viewer, "read", post).ok) return fail("no-such-post");
  madeFrom(`post:${post.id}`);
  const set = await settingsOf(ctx);
  const branches = await branchesOf(ctx, { postId: post.id, order, place: cursor ? decodeCursor(cursor) : null });

  // What does not fit any more is the end of the page, and begins the next one; the first branch always fits.
  const shown = branches.slice(0, page.tops).filter(([top]) => top?.fits);
  const last = shown.at(-1)?.[0];
  const places = placesOf(
    ctx,
    { ...post, ...windowsOf(set) },
    shown.flatMap((rows) => rows.slice(0, page.replies + 1).filter(({ fits }) => fits)),
  );
  const goesOn = shown.filter((rows) => rows.length > page.replies + 1 || rows.some(({ fits }) => !fits));
  return {
    items: places,
    /** The top comments whose branches go on elsewhere. */
    cut: goesOn.flatMap(([top]) => top?.key ?? []),
    /** What was answered below each top comment, as far as this viewer may read it, by the top comment's key. */
    branches: Object.fromEntries(
      shown.flatMap(([top]) => (top?.latest ? [[top.key, { replies: top.many, latest: top.latest }]] : [])),
    ),
    next: branches.length > shown.length && last ? encodeCursor(placeIn(order, last)) : null,
    count: await countOn(ctx, post.id),
    state: post.comments,
    /** When this was read, in milliseconds: what is written later is news to the page. */
    at: ctx.now().getTime(),
    limit: set["comment.characters"],
    can: whoMayAnswer(ctx.viewer, post),
  };
}
