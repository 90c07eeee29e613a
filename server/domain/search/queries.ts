import { linesOf } from "#/server/platform/text";
import { permalinkOf } from "../comments/address";
import { writerOf } from "../comments/shape";
import type { Reading } from "../context";
import { decodeCursor, encodeCursor } from "../cursor";
import { useUp } from "../limits";
import { addressOf } from "../posts/address";
import { settingsOf } from "../settings/queries";
import type { Settings } from "../settings/schema";
import { isEmptyWish, wishOf } from "./box";
import { fail } from "./errors";
import { excerptAt } from "./excerpt";
import { tokensOf } from "./fold";
import { marksIn, readAll } from "./hits";
import type { Asked } from "./input";
import { nearestTo } from "./near";
import { pageOf, type Row } from "./page";
import { type Query, queryOf, refuseEmpty } from "./tsquery";
import { isStillReading } from "./waiting";
import { isNarrowed, isStrewn, within } from "./within";
import { inTime } from "./time";

const nothing = { items: [] as Finding[], next: null, stillReading: false, instead: null, isAll: true };

/**
 * Finds words in posts and comments, as far as the viewer may read them. Nothing is counted: a page, and whether there
 * is another. Each finding says where it stands and gives the stretch of text it was found in.
 */
export async function search(ctx: Reading, asked: Asked) {
  const wish = wishOf(asked);
  if (isEmptyWish(wish)) return { ...nothing, order: "best" as const };
  const place = asked.cursor ? decodeCursor(asked.cursor) : null;
  const set = await settingsOf(ctx);
  await countSearch(ctx, set);
  return inTime(ctx, set["search.milliseconds"], async (ctx) => {
    const query = await queryOf(ctx, wish, set["search.language"]);
    refuseEmpty(query, wish, isNarrowed(wish));
    const order = query ? (asked.order ?? "best") : "newest";
    const where = await within(ctx, wish);
    if (!where) return { ...nothing, order };
    const muted = wish.from !== null;
    const words = { query: query?.text ?? null, within: where, isStrewn: isStrewn(wish) };
    const sought = { ...words, order, place, limit: asked.limit, muted };
    const { found: rows, isAll } = await pageOf(ctx, sought);
    const shown = rows.slice(0, asked.limit);
    const last = shown.at(-1);
    const goesOn = rows.length > asked.limit && last;
    return {
      items: await found(ctx, shown, query, set["search.language"]),
      next: goesOn ? encodeCursor({ at: order === "best" ? new Date(last.rank) : last.at, id: last.id }) : null,
      /** Said with an empty page only: not everything that stands here was read for search yet. */
      stillReading: shown.length === 0 && (await isStillReading(ctx, set["search.language"])),
      /** What to look for instead, with a first page that is empty. */
      instead: shown.length === 0 && !place ? await nearestTo(ctx, wish, asked.q) : null,
      order,
      /** Whether the best are the best of all that match; otherwise they are of the newest that do, and older ones follow
       * in the other order. */
      isAll: order === "newest" || isAll,
    };
  });
}

/** Counts one search against the minute's limit: of a member, or of the address a visitor calls from. */
async function countSearch(ctx: Reading, set: Settings): Promise<void> {
  const limit = ctx.viewer
    ? { name: "search.minute", most: set["search.minute"], seconds: 60 }
    : { name: "search.address-minute", most: set["search.address-minute"], seconds: 60 };
  const wait = await useUp(ctx, limit, ctx.viewer?.id ?? ctx.client?.address ?? "");
  if (wait > 0) fail("searching-too-fast", { seconds: wait });
}

async function found(ctx: Reading, rows: Row[], query: Query | null, language: string) {
  const texts = readAll(rows.map(({ html }) => linesOf(html).join("\n")));
  const titles = readAll(rows.map(({ title }) => title));
  const markOf = await marksIn(ctx, [...texts, ...titles], query?.marks ?? [], language);
  return rows.map((row, nth) => {
    const { text = "", tokens = [] } = texts[nth] ?? {};
    return shaped(row, excerptAt(text, tokens, markOf), titleOf(row.title, markOf));
  });
}

/** A title is short enough to be shown whole, with its hits. */
function titleOf(title: string, markOf: (folded: string) => number) {
  const pieces: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const { start, end, folded } of tokensOf(title)) {
    if (markOf(folded) < 0) continue;
    pieces.push({ text: title.slice(at, start), hit: false }, { text: title.slice(start, end), hit: true });
    at = end;
  }
  return [...pieces, { text: title.slice(at), hit: false }].filter(({ text }) => text !== "");
}

type Excerpt = ReturnType<typeof excerptAt>;

function shaped(row: Row, { pieces, directive }: Excerpt, title: ReturnType<typeof titleOf>) {
  const { id, at, commentKey, hidden, held } = row;
  const post = { key: row.postKey, slug: row.slug };
  const href = commentKey ? permalinkOf(post, commentKey) : addressOf(post);
  return {
    id,
    kind: commentKey ? ("comment" as const) : ("post" as const),
    /** Where it stands. A browser that knows text directives scrolls to the words and marks them; others to the place. */
    href: directive ? `${href}${commentKey ? "" : "#"}:~:text=${directive}` : href,
    post: { href: addressOf(post), title },
    author: writerOf(row),
    at,
    excerpt: pieces,
    /** Hidden by a moderator, or waiting for one: found by those who may read it all the same. */
    hidden,
    waiting: held,
  };
}

export type Finding = ReturnType<typeof shaped>;
