import { eq } from "drizzle-orm";
import { articles } from "#/db/schema/articles";
import { posts } from "#/db/schema/posts";
import { type Acting, atomically } from "../../context";
import { tell } from "../../events";
import { useUpFetch } from "../../settings/fetching";
import { addressOf } from "../../posts/address";
import { findPost } from "../../posts/find";
import { can } from "../../posts/policy";
import { fail } from "../errors";

/** Has the article that a post of one's own answers read again: what is known of it stays until there is something new. */
export async function askAgain(ctx: Acting, { key }: { key: string }) {
  const post = await findPost(ctx, key);
  if (!can(ctx.viewer, "edit", post).ok) return fail("no-such-article");
  const [found] = await ctx.db
    .select({ id: articles.id, askAt: articles.askAt })
    .from(articles)
    .innerJoin(posts, eq(posts.articleId, articles.id))
    .where(eq(posts.id, post.id));
  if (!found) return fail("no-article-here");
  if (found.askAt) return { href: addressOf(post) };
  const wait = await useUpFetch(ctx);
  if (wait > 0) return fail("articles-too-fast", { wait });
  return atomically(ctx, async (ctx) => {
    await ctx.db.update(articles).set({ askAt: ctx.now(), tries: 0 }).where(eq(articles.id, found.id));
    await tell(ctx, { type: "article.wanted", articleId: found.id });
    return { href: addressOf(post) };
  });
}
