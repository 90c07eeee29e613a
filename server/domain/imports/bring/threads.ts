import { segmentOf } from "#/db/reading-order";

/** A comment as far as its place is concerned: `id` is what the file calls it, `parentId` what it answers there. */
export type Leaf = { id: string | null; parentId: string | null; at: Date };

/** A place in a thread. */
export type Spot = { id: string; rootId: string; path: string; depth: number };
export type Placed<L extends Leaf> = Spot & { leaf: L; above: Spot | null; replies: number };

/** What was not as it should be in the threads of one post. */
export type Mended = { orphans: number; rings: number; deep: number };

/** A path holds a character a level or more, so a chain of any length would fill the table with its square. */
export const deepest = 1000;

type Told<L extends Leaf> = {
  /** The new comments of one post in the order of the file. */
  leaves: L[];
  /** Those that stand here already, by what the file calls them. */
  standing: ReadonlyMap<string, Spot>;
  newId: () => string;
  /** The number of the first of so many new replies to a comment that stands here. */
  reserve: (id: string, count: number) => Promise<number>;
};

/**
 * Finds every new comment its place: below its parent, among its siblings by date, behind those that stand here. Parents
 * come before their replies in the answer.
 */
export async function place<L extends Leaf>({ leaves, standing, newId, reserve }: Told<L>) {
  const ordered = byDate(leaves);
  const { parents, mended } = family(ordered, standing);
  const below = Map.groupBy(ordered, (leaf) => parents.get(leaf) ?? null);
  const placed: Placed<L>[] = [];
  const aboveOf = new Map<Spot, Placed<L>>();

  const stand = (leaf: L, above: Spot | null, nth: number): Placed<L> => {
    const id = newId();
    const path = above ? above.path + segmentOf(nth) : "";
    const spot = { leaf, id, rootId: above?.rootId ?? id, path, depth: above ? above.depth + 1 : 0, above, replies: 0 };
    placed.push(spot);
    return spot;
  };
  for (const leaf of below.get(null) ?? []) stand(leaf, null, 0);
  for (const [parentId, spot] of standing) {
    const replies = below.get(parentId) ?? [];
    const first = replies.length > 0 ? await reserve(spot.id, replies.length) : 0;
    for (const [nth, leaf] of replies.entries()) stand(leaf, spot, first + nth);
  }
  for (let at = 0; at < placed.length; at += 1) {
    const parent = placed[at];
    const replies = parent?.leaf.id ? (below.get(parent.leaf.id) ?? []) : [];
    if (!parent || replies.length === 0) continue;
    const over = parent.depth >= deepest ? aboveOf.get(parent) : undefined;
    if (over) mended.deep += replies.length;
    const under = over ?? parent;
    for (const leaf of replies) {
      under.replies += 1;
      aboveOf.set(stand(leaf, under, under.replies), under);
    }
  }
  return { placed, mended };
}

const byDate = <L extends Leaf>(leaves: L[]): L[] =>
  leaves
    .map((leaf, nth) => ({ leaf, nth }))
    .toSorted((a, b) => a.leaf.at.getTime() - b.leaf.at.getTime() || a.nth - b.nth)
    .map(({ leaf }) => leaf);

/** Who answers whom, after lost replies were brought to the top and every ring was broken at its earliest comment. */
function family<L extends Leaf>(ordered: L[], standing: ReadonlyMap<string, Spot>) {
  const mended: Mended = { orphans: 0, rings: 0, deep: 0 };
  const byId = new Map(ordered.flatMap((leaf) => (leaf.id === null ? [] : [[leaf.id, leaf] as const])));
  const rank = new Map(ordered.map((leaf, nth) => [leaf, nth]));
  const parents = new Map<L, string>();
  for (const leaf of ordered) {
    if (leaf.parentId === null) continue;
    if (byId.has(leaf.parentId) || standing.has(leaf.parentId)) parents.set(leaf, leaf.parentId);
    else mended.orphans += 1;
  }

  const settled = new Set<L>();
  for (const start of ordered) {
    const way = new Set<L>();
    let at: L | undefined = start;
    while (at && !settled.has(at) && !way.has(at)) {
      way.add(at);
      at = byId.get(parents.get(at) ?? "");
    }
    if (at && way.has(at)) {
      const steps = [...way];
      const ring = steps.slice(steps.indexOf(at));
      const earliest = ring.reduce((a, b) => ((rank.get(a) ?? 0) < (rank.get(b) ?? 0) ? a : b));
      parents.delete(earliest);
      mended.rings += 1;
    }
    for (const leaf of way) settled.add(leaf);
  }
  return { parents, mended };
}
