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
import { asGuest } from "../policy";
import { windowsOf } from "../windows";
import { type Asked, branchesOf, newFurtherOn, page, placeIn, type Placed, repliesShown } from "./branches";
import { countAround } from "./counts";
import { placesOf, type ThreadComment } from "./places";
import { newBelow, newPerBranch, newReplies } from "./waiting";
import type { Row } from "../shape";

/** A post's comments as this viewer reads them: a page of top comments, the beginning of each one's branch below it. */
export async function threadOf(ctx: Reading, { postKey, order, cursor }: z.infer<typeof thread>) {
  const post = await findPlace(ctx, postKey);
  if (!canPost(ctx.viewer, "read", post).ok) return fail("no-such-post");
  madeFrom(`post:${post.id}`);
  const set = await settingsOf(ctx);
  const news = await newsOn(ctx, post.id);
  const { pinned, mentioned, ...count } = await countAround(ctx, post.id);
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
  const extra = await repliesToo(ctx, asked, shown);
  const parts = shown.map((rows) => partOf(rows, replies, extra));
  const items = placesOf(
    ctx,
    { ...post, ...windowsOf(set), news },
    parts.flatMap(({ here, further }) => [...here, ...further]),
  );
  const fresh = news && count.fresh;
  const next = branches.length > shown.length && last ? { place: placeIn(asked, last), last } : null;
  const waiting = fresh && news ? await waitingAt(ctx, parts, items, news.since) : nothingWaits;
  return {
    items,
    /** Where branches go on that are longer than what is shown: by the last comment that is, with the top one's key. */
    cut: Object.fromEntries(parts.flatMap((part) => onwardFrom(part, waiting.cut))),
    /** How many are new where a branch goes on that is too deep for the page, by the key of the comment above it. */
    deep: waiting.deep,
    /** What was answered below each top comment, as far as this viewer may read it, by the top comment's key. */
    branches: Object.fromEntries(
      shown.flatMap(([top]) => (top?.latest ? [[top.key, { replies: top.many, latest: top.latest }]] : [])),
    ),
    next: next && encodeCursor(next.place),
    /** How many of the new ones stand on further pages. */
    freshFurther: fresh && news && next ? await newFurtherOn(ctx, asked, news.since, next.last) : 0,
    count,
    /** Whether any of its comments is pinned, and whether pages elsewhere mention it. */
    pinned,
    mentioned,
    /** How many are new to a member who was here before; null for everybody else. */
    fresh,
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
      /** A visitor, by name and mail address; and whether a moderator looks first at what somebody new says. */
      asGuest: asGuest(ctx.viewer, post, set),
    },
  };
}

/** What is shown of a branch: its beginning, and behind a gap some of what is new. */
type Part = { rows: readonly Placed[]; here: readonly Placed[]; further: readonly Row[] };
type Waiting = { cut: ReadonlyMap<string, number>; deep: Readonly<Record<string, number>> };
const nothingWaits: Waiting = { cut: new Map(), deep: {} };

/** Who reads what is unread first sees the unread replies, also far down in their branches. */
async function repliesToo(ctx: Reading, { order, since }: Asked, shown: Placed[][]): Promise<readonly Row[]> {
  if (order !== "unread" || !since) return [];
  const roots = shown.flatMap(([top]) => top?.id ?? []);
  return newReplies(ctx, since, roots, page.depth);
}

function partOf(rows: Placed[], replies: number, extra: readonly Row[]): Part {
  const here = rows.slice(0, replies + 1).filter(({ fits }) => fits);
  const ids = new Set(here.map(({ id }) => id));
  return { rows, here, further: extra.filter(({ id, rootId }) => rootId === here[0]?.id && !ids.has(id)) };
}

/** How many new ones are behind each way on: in the rest of a branch by its top comment's id, in a deep one by its key. */
async function waitingAt(ctx: Reading, parts: Part[], items: ThreadComment[], since: Date): Promise<Waiting> {
  const cut = new Map(
    await newPerBranch(
      ctx,
      since,
      parts.flatMap(({ here }) => here[0]?.id ?? []),
    ),
  );
  const endsHere = ({ depth, replies }: ThreadComment) => depth === page.depth && replies > 0;
  const deep = await newBelow(
    ctx,
    since,
    items.filter(endsHere).map(({ id }) => id),
  );
  const roots = new Map(parts.flatMap(({ here, further }) => [...here, ...further].map((it) => [it.id, it.rootId])));
  for (const { id, key, fresh } of items) {
    const root = roots.get(id) ?? "";
    cut.set(root, (cut.get(root) ?? 0) - Number(fresh) - (deep[key] ?? 0));
  }
  return { cut, deep };
}

/** The way on from the end of what is shown of a branch's beginning. */
function onwardFrom({ rows, here, further }: Part, fresh: Waiting["cut"]) {
  const [top, last] = [here[0], here.at(-1)];
  if (!top || !last || rows.length === here.length) return [];
  const more = top.many - (here.length - 1) - further.length;
  if (more < 1 && further.length > 0) return [];
  const after = encodeCursor({ at: last.writtenAt, id: last.id });
  return [[last.key, { top: top.key, after, more: Math.max(1, more), fresh: fresh.get(top.id) ?? 0 }]] as const;
}
