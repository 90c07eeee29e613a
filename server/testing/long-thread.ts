import type { Db } from "#/db/client";
import { newId, newKey } from "#/db/ids";
import { segmentOf } from "#/db/reading-order";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";

type Row = typeof comments.$inferInsert & { id: string; key: string; rootId: string; path: string; depth: number };

type Wish = {
  title: string;
  comments: number;
  /** Ids of those who speak in turn; the first wrote the post. */
  authors: readonly string[];
  /** When the last was said; each before it a minute earlier. */
  until: Date;
};

const words = "Ordinary words about something that somebody said a while ago, at some length and in good humour. ";

/**
 * Puts a post with a long conversation into a database, for measuring and for stories of large threads: one comment in
 * ten is said to the post itself, most others answer one of those of the last hour or so, the rest one another.
 */
export async function makeThread(db: Db, { title, comments: many, authors, until }: Wish) {
  const minute = 60_000;
  const madeAt = new Date(until.getTime() - (many + 1) * minute);
  const slug = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const post = { id: newId(), key: newKey(), title, slug, authorId: authors[0] ?? "", source: "", renderedBy: 1 };
  await db.insert(posts).values({ ...post, html: `<p>${words}</p>`, excerpt: words, madeAt, publishedAt: madeAt });
  const rows: Row[] = [];
  for (let nth = 0; nth < many; nth++)
    rows.push(rowOf(rows, nth, { postId: post.id, authors }, new Date(madeAt.getTime() + nth * minute)));
  for (let from = 0; from < rows.length; from += 1000) await db.insert(comments).values(rows.slice(from, from + 1000));
  await db.execute("analyze comments");
  return { ...post, href: `/p/${post.key}/${slug}`, keys: rows.map(({ key }) => key), rows };
}

function rowOf(
  before: Row[],
  nth: number,
  { postId, authors }: { postId: string; authors: readonly string[] },
  at: Date,
): Row {
  const id = newId();
  const above = nth % 10 === 0 ? null : (before[aboveOf(nth)] ?? null);
  if (above) above.repliesGiven = (above.repliesGiven ?? 0) + 1;
  const said = `Number ${nth}. ${words.repeat(1 + (nth % 4))}`;
  return {
    id,
    key: newKey(),
    postId,
    parentId: above?.id ?? null,
    rootId: above?.rootId ?? id,
    path: above ? above.path + segmentOf(above.repliesGiven ?? 1) : "",
    depth: above ? above.depth + 1 : 0,
    authorId: authors[nth % authors.length] ?? null,
    source: said,
    html: `<p>${said}</p>`,
    excerpt: said.slice(0, 300),
    renderedBy: 1,
    writtenAt: at,
  };
}

/** Which comment the nth one answers; the same thread every time. */
function aboveOf(nth: number): number {
  const dice = Math.imul(nth, 2_654_435_761) >>> 8;
  if (dice % 3 === 0) return Math.max(0, nth - 1 - (dice % 12));
  return Math.max(0, 10 * (Math.floor(nth / 10) - (dice % 8)));
}
