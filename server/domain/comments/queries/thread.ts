import type { z } from "zod";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { decodeCursor, encodeCursor } from "../../cursor";
import { can as canPost, whoMayAnswer } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { findPlace } from "../find";
import type { thread } from "../input";
import { newsOn } from "../../visits/queries";
import { freshOn } from "../fresh";
import { guestMayWrite } from "../policy";
import { windowsOf } from "../windows";
import { branchesOf, page, placeIn, type Placed, repliesShown } from "./branches";
import { countOn } from "./counts";
import { placesOf } from "./places";

/** A post's comments as this viewer reads them: a page of top comments, the beginning of each one's branch below it. */
export async function threadOf(ctx: Reading, { postKey, order, cursor }: z.infer<typeof thread>) {
  const post = await findPlace(ctx, postKey);
  if (!canPost(ctx.viewer, "read", post).ok) return fail("no-such-post");
  madeFrom(`post:${post.id}`);
  const set = await settingsOf(ctx);
  const news = await newsOn(ctx, post.id);
  const count = await countOn(ctx, post.id);
  const replies = repliesShown(count.comments);
  const asked = {
    postId: post.id,
    order,
    replies,
    since: news?.since ?? null,
    place: cursor ? decodeCursor(cursor) : null,
  };
  const branches = await branchesOf(ctx, asked);

  // What does not fit any more is the end of the page, and begins the next one; the first branch always fits.
  const shown = branches.slice(0, page.tops).filter(([top]) => top?.fits);
  const last = shown.at(-1)?.[0];
  const parts = shown.map((rows) => ({ rows, here: rows.slice(0, replies + 1).filter(({ fits }) => fits) }));
  const places = placesOf(
    ctx,
    { ...post, ...windowsOf(set), news },
    parts.flatMap(({ here }) => here),
  );
  const goesOn = parts.filter(({ rows, here }) => rows.length > here.length);
  return {
    items: places,
    /** Where branches go on that are longer than what is shown: by the last comment that is, with the top one's key. */
    cut: Object.fromEntries(goesOn.flatMap(({ here }) => onwardFrom(here))),
    /** What was answered below each top comment, as far as this viewer may read it, by the top comment's key. */
    branches: Object.fromEntries(
      shown.flatMap(([top]) => (top?.latest ? [[top.key, { replies: top.many, latest: top.latest }]] : [])),
    ),
    next: branches.length > shown.length && last ? encodeCursor(placeIn(asked, last)) : null,
    count,
    /** How many are new to a member who was here before; null for everybody else. */
    fresh: news && (await freshOn(ctx, post.id, news)),
    state: post.comments,
    /** When this was read, in milliseconds: what is written later is news to the page. */
    at: ctx.now().getTime(),
    /** Whether it is remembered how far they have read. */
    member: ctx.viewer !== null,
    /** Whether they read by single keys. */
    keys: ctx.viewer?.singleKeysOffAt == null,
    limit: set["comment.characters"],
    can: {
      ...whoMayAnswer(ctx.viewer, post),
      /** A visitor, by name and mail address. */
      asGuest: !ctx.viewer && set["guests.on"] && guestMayWrite(post).ok,
    },
  };
}

/** The way on from the last comment that is shown of a branch. */
function onwardFrom(here: readonly Placed[]) {
  const [top, last] = [here[0], here.at(-1)];
  if (!top || !last) return [];
  const more = Math.max(1, top.many - (here.length - 1));
  return [[last.key, { top: top.key, after: encodeCursor({ at: last.writtenAt, id: last.id }), more }] as const];
}
