import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { searchWords as w } from "#/db/schema/search";
import { linesOf } from "#/server/platform/text";
import { wordsVisibleTo } from "../comments/policy";
import { notMuted } from "../connections/policy";
import type { Reading } from "../context";
import { visibleTo as postVisibleTo } from "../posts/policy";
import { keepToTime } from "./time";
import type { Wish } from "./box";
import { foldWord, tokensOf } from "./fold";

/** How much is read for words to offer: the newest things, and of each text so many characters of HTML. */
const readOf = { things: 400, characters: 1_000 } as const;
/** So many words of a search are compared with all of those. */
const compared = 4;
/** Shorter words are near to too many others; longer ones are no words, and comparing two costs the square of their length. */
const [shortest, longest] = [4, 40];
const isOfUse = ({ length }: string): boolean => length >= shortest && length <= longest;

/**
 * Words that come close to those that found nothing, as people here wrote them: taken from the newest that this viewer may
 * read, so that nothing is told of anything else. A word that stands there as it was typed is left as it is.
 * @returns what to look for instead, or null
 */
export async function nearestTo(ctx: Reading, { groups }: Wish, typed: string): Promise<string | null> {
  const asked = groups.flat().filter(({ not, prefix }) => !not && !prefix);
  const words = asked.flatMap((term) => tokensOf(term.words).map(({ folded }) => folded));
  if (!words.some(isOfUse)) return null;
  const written = await lately(ctx);
  const instead = new Map<string, string>();
  for (const word of words.filter((word) => isOfUse(word) && !written.has(word)).slice(0, compared)) {
    const near = nearest(word, written);
    if (near) instead.set(word, near);
  }
  if (instead.size === 0) return null;
  let [offered, at] = ["", 0];
  for (const { start, end, folded } of tokensOf(typed)) {
    const near = instead.get(folded);
    if (!near) continue;
    offered += typed.slice(at, start) + near;
    at = end;
  }
  return offered + typed.slice(at);
}

/** Each word of the newest texts with how often it stands there, by its folded form. */
async function lately(ctx: Reading): Promise<Map<string, Written>> {
  const newest = ctx.db
    .select({ postId: w.postId, commentId: w.commentId, authorId: w.authorId })
    .from(w)
    .orderBy(desc(w.at), desc(w.id))
    .limit(readOf.things)
    .as("newest");
  await keepToTime(ctx);
  const texts = await ctx.db
    .select({
      title: posts.title,
      html: sql<string>`left(coalesce(${comments.html}, ${posts.html}), ${readOf.characters})`,
    })
    .from(newest)
    .innerJoin(posts, eq(posts.id, newest.postId))
    .leftJoin(comments, eq(comments.id, newest.commentId))
    .where(
      and(
        postVisibleTo(ctx.viewer),
        isNotNull(posts.publishedAt),
        or(isNull(newest.commentId), and(isNotNull(comments.id), wordsVisibleTo(ctx.viewer))),
        notMuted(ctx.viewer, sql`${newest.authorId}`, ctx.now()),
      ),
    );
  const written = new Map<string, Written>();
  for (const text of new Set(texts.flatMap(({ title, html }) => [title, ...linesOf(whole(html))])))
    for (const { start, end, folded } of tokensOf(text)) {
      const known = written.get(folded);
      if (known) known.times += 1;
      else written.set(folded, { word: text.slice(start, end).toLowerCase(), times: 1 });
    }
  return written;
}

/** Without the tag or the word in which a text was cut off. */
const whole = (html: string): string =>
  html.length < readOf.characters ? html : html.slice(0, Math.max(html.lastIndexOf("<"), html.lastIndexOf(" ")));

type Written = { word: string; times: number };

/** The word that takes the fewest slips to get to, of several the one written most; one slip in four letters at most. */
function nearest(word: string, written: Map<string, Written>): string | null {
  let best: (Written & { slips: number }) | null = null;
  const most = word.length >= 8 ? 2 : 1;
  for (const [folded, it] of written) {
    if (folded.length < shortest || Math.abs(folded.length - word.length) > most) continue;
    const slips = slipsBetween(word, folded, most);
    if (slips > most) continue;
    if (!best || slips < best.slips || (slips === best.slips && it.times > best.times)) best = { ...it, slips };
  }
  return best && foldWord(best.word) !== word ? best.word : null;
}

/** Letters left out, added, changed, or two beside one another exchanged; anything above `most` counts as one more. */
function slipsBetween(one: string, other: string, most: number): number {
  let [before, last]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const step = Math.min((last?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last?.[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(isSwapped ? Math.min(step, (before?.[j - 2] ?? 0) + 1) : step);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last?.[other.length] ?? most + 1;
}
