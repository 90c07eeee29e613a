import { and, eq } from "drizzle-orm";
import { articles } from "#/db/schema/articles";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import type { Reading } from "../../context";
import { visibleTo } from "../../posts/policy";
import { shaped } from "../shape";

/** The article a post answers, for whoever may read the post; null where it answers none. */
export async function articleOfPost({ db, viewer }: Reading, { key }: { key: string }) {
  const [row] = await db
    .select({ article: articles, authorId: posts.authorId })
    .from(posts)
    .innerJoin(articles, eq(articles.id, posts.articleId))
    .where(and(eq(posts.key, key), visibleTo(viewer)));
  if (!row) return null;
  madeFrom(`article:${row.article.id}`);
  return { ...shaped(row.article), can: { askAgain: viewer?.id === row.authorId } };
}
