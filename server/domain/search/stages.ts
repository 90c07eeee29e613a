import type { SQL } from "drizzle-orm";
import type { Reading } from "../context";
import { lengthOfWalk, type Stage } from "./candidates";

/** What one stage gave: how many candidates there were, and those of them the viewer may read, a page and one more. */
export type Given<Row> = { total: number; found: Row[] };

type Search<Row> = {
  ctx: Reading;
  order: "best" | "newest";
  /** Whether words are looked for at all; without them the filters alone decide. */
  hasWords: boolean;
  /** What the filters leave, for measuring how far a walk went. */
  within: SQL;
  isFirst: boolean;
  limit: number;
  run: (stage: Stage) => Promise<Given<Row>>;
};

const everything = 1_000_000_000;

/** How many words are walked through, and how many candidates an order wants to choose from. */
const walks = { newest: { words: 10_000, most: 500 }, best: { words: 10_000, most: 1_000 } } as const;
/** From so many candidates on a ranking is worth something. */
const enoughToRank = 60;
/** How many candidates are hoped for in a stretch of time, and how much further back it is taken to be sure. */
const hopes = { newest: 80, best: 150, margin: 1.5 } as const;

/**
 * Stage after stage until a page is full or there is no more: the newest words as they come, then the index of words for
 * as long a time as should hold enough, then for all time.
 */
export async function inStages<Row>(search: Search<Row>): Promise<Row[]> {
  if (!search.hasWords) return gathered(search, []);
  const walk = walks[search.order];
  const walked = await search.run({ how: "walk", ...walk });
  if (isEnough(search, walked)) return walked.found;
  const way = await wayOf(search, walk.words);
  // The walk came to the end of everything, and nothing was left over.
  if (!way && walked.total < walk.most) return walked.found;
  return gathered(search, way ? further(search.order, way, walked.total) : []);
}

async function gathered<Row>(search: Search<Row>, first: Stage[]): Promise<Row[]> {
  const { most } = walks[search.order];
  const stages: Stage[] = [
    ...first,
    { how: "gather", since: null, most },
    { how: "gather", since: null, most: search.order === "best" ? 20 * most : everything },
  ];
  let found: Row[] = [];
  for (const stage of stages) {
    const given = await search.run(stage);
    found = given.found;
    const isAll = stage.how === "gather" && stage.since === null && given.total < stage.most;
    if (isAll || isEnough(search, given)) return found;
  }
  return found;
}

/** A ranking is worth something once there is something to choose from; every page of it ranks the same things. */
function isEnough<Row>({ order, isFirst, limit }: Search<Row>, { total, found }: Given<Row>): boolean {
  const isFull = found.length > limit;
  return order === "newest" ? isFull : total >= enoughToRank && (isFull || !isFirst);
}

type Stretch = { newest: Date; oldest: Date };

/** From when to when a walk went; null when it came to the end of everything. */
async function wayOf<Row>({ ctx, within }: Search<Row>, words: number): Promise<Stretch | null> {
  const { rows } = await ctx.db.execute<{ since: string | null; until: string | null }>(lengthOfWalk(within, words));
  const { since, until } = rows[0] ?? {};
  return since && until ? { newest: new Date(since), oldest: new Date(until) } : null;
}

/** How far back enough should be found, if people wrote about it as much as lately. */
function further(order: "best" | "newest", { newest, oldest }: Stretch, found: number): Stage[] {
  if (found === 0) return [];
  const back = (newest.getTime() - oldest.getTime()) * (hopes[order] / found) * hopes.margin;
  const since = newest.getTime() - back;
  return since > 0 ? [{ how: "gather", since: new Date(since), most: walks[order].most }] : [];
}
