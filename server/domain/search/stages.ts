import type { SQL } from "drizzle-orm";
import type { Reading } from "../context";
import { lengthOfWalk, type Stage } from "./candidates";
import { keepToTime } from "./time";

/** What one stage gave: how many candidates there were, and those of them the viewer may read, a page and one more. */
export type Given<Row> = { total: number; found: Row[] };

/** A page, and whether it was chosen from all that match: otherwise from the newest of them. */
export type Found<Row> = { found: Row[]; isAll: boolean };

type Search<Row> = {
  ctx: Reading;
  order: "best" | "newest";
  /** The words looked for; without any the filters alone decide. */
  query: string | null;
  /** What the filters leave, for measuring how far a walk went. */
  within: SQL;
  /** Whether that is strewn over everything, so that each step of a walk may be a page of the disk. */
  isStrewn: boolean;
  isFirst: boolean;
  limit: number;
  /** From so many candidates on a ranking is worth something. */
  enough?: number;
  run: (stage: Stage) => Promise<Given<Row>>;
};

const everything = 1_000_000_000;

/**
 * How many words are walked through, and how many candidates an order wants to choose from. The newest of all were
 * written beside one another and are read in one go; those of one author, or about one thing, cost a read each.
 */
const walks = {
  newest: { words: 2_000, most: 500, strewn: { words: 400, most: 100 } },
  best: { words: 2_000, most: 1_000, strewn: { words: 400, most: 200 } },
} as const;
/** How many that is, where they can be had for little. */
const enoughToRank = 60;
/**
 * How far a walk goes on: where that should fill a page; and, however little it found, where the index of words would
 * fetch one in so many, to throw nearly all of them away.
 */
const farther = { words: 10_000, dear: { words: 40_000, oneIn: 20 } } as const;
/** How often it is guessed anew how far back to look, before it is looked through all time. */
const guesses = 2;

/**
 * Stage after stage until a page is full or there is no more: the newest words as they come, then the index of words for
 * as long a time as should hold enough, then for all time.
 */
export async function inStages<Row>(search: Search<Row>): Promise<Found<Row>> {
  if (search.query === null) return ofAllTime(search, [walks[search.order].strewn.most]);
  const { strewn, ...together } = walks[search.order];
  const walk = search.isStrewn ? strewn : together;
  const walked = await search.run({ how: "walk", ...walk });
  if (isEnough(search, walked)) return partOf(walked);
  // There is much of it of which little may be read: the index would fetch it all.
  if (walked.total === walk.most) return walkedFarther(search, { words: walk.words * 10, most: walk.most * 10 });
  const way = await wayOf(search, search.query, walk.words);
  // The walk came to the end of everything.
  if (!way) return { found: walked.found, isAll: true };
  return search.isStrewn ? gathered(search, way, walked) : walkedOn(search, way, walked);
}

/** There is much of it of which little may be read. */
async function walkedFarther<Row>(search: Search<Row>, walk: { words: number; most: number }): Promise<Found<Row>> {
  const walked = await search.run({ how: "walk", ...walk });
  return isEnough(search, walked) ? partOf(walked) : ofAllTime(search, []);
}

/**
 * What is found now and then is walked on for. So is a phrase of common words, of which the index knows only that they are
 * there, not that they stand together: what fills a page of it is enough to rank.
 */
async function walkedOn<Row>(search: Search<Row>, way: Way, walked: Given<Row>): Promise<Found<Row>> {
  const isDear = way.nearly * farther.dear.oneIn >= way.words;
  const { words } = isDear ? farther.dear : farther;
  const sought = isDear ? { ...search, enough: search.limit + 1 } : search;
  const needed = neededBy(search, walked);
  if (!isDear && walked.total * words < needed * way.words) return gathered(search, way, walked);
  const given = await search.run({ how: "walk", words, most: isDear ? enoughToRank : Math.ceil(2 * needed) });
  if (isEnough(sought, given)) return partOf(given);
  const oldest = way.newest - (way.newest - way.oldest) * (words / way.words);
  return gathered(sought, { ...way, words, oldest }, given);
}

/** As far back as should hold enough, going by what was found so far; where that was not enough either, of all time. */
async function gathered<Row>(
  search: Search<Row>,
  { first, newest, oldest }: Way,
  walked: Given<Row>,
): Promise<Found<Row>> {
  const { most } = walks[search.order];
  let [known, length] = [walked, newest - oldest];
  for (let guess = 0; guess < guesses && known.total > 0 && known.total < most; guess++) {
    const surely = (neededBy(search, known) / known.total) * (1 + 2 / Math.sqrt(known.total));
    length *= Math.max(2, surely);
    if (newest - length <= first) break;
    known = await search.run({ how: "gather", since: new Date(newest - length), most });
    if (isEnough(search, known)) return partOf(known);
  }
  return ofAllTime(search, []);
}

async function ofAllTime<Row>(search: Search<Row>, first: number[]): Promise<Found<Row>> {
  const { most } = walks[search.order];
  let given: Given<Row> = { total: 0, found: [] };
  for (const many of [...first, most, search.order === "best" ? 20 * most : everything]) {
    given = await search.run({ how: "gather", since: null, most: many });
    if (given.total < many) return { found: given.found, isAll: true };
    if (isEnough(search, given)) break;
  }
  return partOf(given);
}

const partOf = <Row>({ found }: Given<Row>): Found<Row> => ({ found, isAll: false });

/** A ranking is worth something once there is something to choose from; every page of it ranks the same things. */
function isEnough<Row>(
  { order, isFirst, limit, enough = enoughToRank }: Search<Row>,
  { total, found }: Given<Row>,
): boolean {
  const isFull = found.length > limit;
  return order === "newest" ? isFull : total >= enough && (isFull || !isFirst);
}

type Way = { words: number; first: number; newest: number; oldest: number; nearly: number };

/** From when to when a walk went, in milliseconds; null when it came to the end of everything. */
async function wayOf<Row>({ ctx, within }: Search<Row>, query: string, words: number): Promise<Way | null> {
  await keepToTime(ctx);
  const { rows } = await ctx.db.execute<{ first: string; newest: string; oldest: string | null; nearly: number }>(
    lengthOfWalk(within, words, query),
  );
  const [row] = rows;
  if (!row?.oldest) return null;
  const [first, newest, oldest] = [Date.parse(row.first), Date.parse(row.newest), Date.parse(row.oldest)];
  return { words, first, newest, oldest, nearly: row.nearly };
}

/** How many candidates should be enough, if as much of them may be read as of those found so far. */
function neededBy<Row>(
  { order, isFirst, limit, enough = enoughToRank }: Search<Row>,
  { total, found }: Given<Row>,
): number {
  const page = found.length > limit ? 0 : ((limit + 1) * total) / Math.max(found.length, 1);
  if (order === "newest") return page;
  return isFirst ? Math.max(enough, page) : enough;
}
