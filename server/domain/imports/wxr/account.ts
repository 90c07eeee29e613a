import type { WxrComment, WxrItem, WxrThing } from "./things";

/** What a file holds, or held when it was taken in: the words and numbers that `kith import wxr --json` prints. */
export type WxrAccount = {
  posts: number;
  pages: number;
  /** By type, whatever their state, also those that stand under skipped items. */
  comments: number;
  pingbacks: number;
  trackbacks: number;
  /** Comments that name another as their parent, whether that one is in the file or not. */
  replies: number;
  /** 0 without replies; a reply to a comment at the top is 1. A reply whose parent is missing stands at the top. */
  maxDepth: number;
  /** Declared by the file. */
  authors: number;
  /** Items of other types, `none` for those without one; and as `comment:type` what a plugin kept among the comments. */
  skipped: Record<string, number>;
  repaired: string[];
};

/** Counts things as they pass, so that an import and its account are one reading. */
export function tally() {
  const counts = { posts: 0, pages: 0, comments: 0, pingbacks: 0, trackbacks: 0, replies: 0, maxDepth: 0, authors: 0 };
  const skipped = new Map<string, number>();
  let repaired: string[] = [];
  const skip = (what: string) => skipped.set(what, (skipped.get(what) ?? 0) + 1);

  function hearItem({ postType, comments }: WxrItem) {
    if (postType === "post") counts.posts += 1;
    else if (postType === "page") counts.pages += 1;
    else skip(postType ?? "none");

    for (const { type, parentId } of comments) {
      if (type === "comment") counts.comments += 1;
      else if (type === "pingback") counts.pingbacks += 1;
      else if (type === "trackback") counts.trackbacks += 1;
      else skip(`comment:${type}`);
      if (parentId !== null) counts.replies += 1;
    }
    counts.maxDepth = Math.max(counts.maxDepth, deepest(comments));
  }

  return {
    hear: (thing: WxrThing): void => {
      if (thing.type === "author") counts.authors += 1;
      if (thing.type === "item") hearItem(thing);
      if (thing.type === "end") repaired = thing.repaired;
    },
    account: (): WxrAccount => ({ ...counts, skipped: Object.fromEntries(skipped), repaired }),
  };
}

/** The account of a whole file; throws what the reading throws. */
export async function accountOf(things: AsyncIterable<WxrThing>): Promise<WxrAccount> {
  const { hear, account } = tally();
  for await (const thing of things) hear(thing);
  return account();
}

/** Walks up from each comment until one whose depth is known; comments that answer each other in a ring end the walk. */
function deepest(comments: WxrComment[]): number {
  const parents = new Map(comments.map(({ id, parentId }) => [id, parentId]));
  const depths = new Map<string, number>();
  let deepestYet = 0;
  for (const { id } of comments) {
    const way: string[] = [];
    const met = new Set<string>();
    let at = id;
    while (at !== null && parents.has(at) && !depths.has(at) && !met.has(at)) {
      way.push(at);
      met.add(at);
      at = parents.get(at) ?? null;
    }
    let depth = at === null ? -1 : (depths.get(at) ?? -1);
    for (const step of way.reverse()) depths.set(step, (depth += 1));
    deepestYet = Math.max(deepestYet, depth);
  }
  return deepestYet;
}
