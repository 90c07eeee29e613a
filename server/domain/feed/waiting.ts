import { sql } from "drizzle-orm";
import { z } from "zod";
import { comments } from "#/db/schema/comments";
import { posts } from "#/db/schema/posts";
import { permalinkOf } from "../comments/address";
import { declinedRequests, receivedRequests } from "../connections/queries";
import type { Acting } from "../context";
import type { page } from "../cursor";
import { wordsToTell } from "./queries";

type Page = z.infer<typeof page>;

/** How many of their last comments stand with a request. */
const shown = 3;

const row = z.object({
  authorId: z.string(),
  key: z.string(),
  excerpt: z.string(),
  writtenAt: z.coerce.date(),
  postKey: z.string(),
  slug: z.string(),
  title: z.string(),
});

export type LastWords = { excerpt: string; href: string; writtenAt: Date; title: string };

/** The last comments of each of some members that the viewer may read, newest first. One statement. */
async function lastWordsOf(ctx: Acting, ids: string[]): Promise<Map<string, LastWords[]>> {
  const found = new Map<string, LastWords[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const { rows } = await ctx.db.execute(sql`
    select said.* from members writer cross join lateral (
      select ${comments.authorId} as "authorId", ${comments.key} as key, ${comments.excerpt} as excerpt,
        ${comments.writtenAt} as "writtenAt", ${posts.key} as "postKey", ${posts.slug} as slug, ${posts.title} as title
      from ${comments} join ${posts} on ${posts.id} = ${comments.postId}
      where ${comments.authorId} = writer.id and ${wordsToTell(ctx)}
      order by ${comments.writtenAt} desc, ${comments.id} desc limit ${shown}
    ) said where writer.id in ${ids} order by said."writtenAt" desc`);
  for (const { authorId, key, postKey, slug, ...said } of z.array(row).parse(rows))
    found.get(authorId)?.push({ ...said, href: permalinkOf({ key: postKey, slug }, key) });
  return found;
}

async function withLastWords<Item extends { from: { id: string } }>(
  ctx: Acting,
  list: { items: Item[]; next: string | null },
) {
  const words = await lastWordsOf(ctx, [...new Set(list.items.map(({ from }) => from.id))]);
  return { ...list, items: list.items.map((item) => ({ ...item, lastWords: words.get(item.from.id) ?? [] })) };
}

/** The requests that wait for the viewer's answer, with everything to judge them by. */
export const waitingRequests = async (ctx: Acting, page: Page) => withLastWords(ctx, await receivedRequests(ctx, page));

/** The requests the viewer declined and may still accept, likewise. */
export const declinedWithWords = async (ctx: Acting, page: Page) =>
  withLastWords(ctx, await declinedRequests(ctx, page));
