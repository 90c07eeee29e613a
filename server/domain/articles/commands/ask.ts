import { and, asc, eq, lte, sql } from "drizzle-orm";
import { type Article, articles } from "#/db/schema/articles";
import { articleIn } from "#/server/platform/article";
import { FetchRefused, guardedFetch } from "#/server/platform/guarded-fetch";
import { atomically, type Reading } from "../../context";
import { tell } from "../../events";

/** Seconds in which whoever took an article up has asked it, or somebody else may. */
const turn = 60;
/** How often a site that does not answer is asked, and the minutes between: longer every time. */
const tries = 3;
const patience = 10;

/** Whose fault it may be that nothing came, and that another time something does. */
const passing = new Set(["unreachable", "too-slow", "busy"]);

/** Asks the article that has waited longest what it says of itself. For the jobs; false when none waits. */
export async function askNextArticle(ctx: Reading): Promise<boolean> {
  const article = await take(ctx);
  if (!article) return false;
  try {
    const page = await guardedFetch(article.address, { types: ["text/html", "application/xhtml+xml"] });
    await keep(ctx, article, {
      ...(await articleIn(page.text())),
      fetchedAt: ctx.now(),
      failedAt: null,
      askAt: null,
      tries: 0,
    });
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    const isOver = !mayPass(error) || article.tries >= tries;
    const askAt = new Date(ctx.now().getTime() + article.tries * patience * 60_000);
    await keep(ctx, article, isOver ? { failedAt: ctx.now(), askAt: null, tries: 0 } : { askAt });
  }
  return true;
}

const mayPass = ({ because, status }: FetchRefused): boolean =>
  passing.has(because) || (because === "status" && status !== null && (status === 429 || status >= 500));

/** Takes one up, so that no other process asks it at the same time. */
function take(ctx: Reading): Promise<Article | undefined> {
  return atomically(ctx, async ({ db, now }) => {
    const [waiting] = await db
      .select({ id: articles.id })
      .from(articles)
      .where(lte(articles.askAt, now()))
      .orderBy(asc(articles.askAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!waiting) return undefined;
    const [taken] = await db
      .update(articles)
      .set({ askAt: new Date(now().getTime() + turn * 1000), tries: sql`${articles.tries} + 1` })
      .where(eq(articles.id, waiting.id))
      .returning();
    return taken;
  });
}

function keep(ctx: Reading, { id }: Article, row: Partial<Article>) {
  return atomically(ctx, async (ctx) => {
    await ctx.db.update(articles).set(row).where(eq(articles.id, id));
    await tell(ctx, { type: "article.read", articleId: id });
  });
}

/** Forgets articles that nobody here answers any more. For the scheduler. */
export async function forgetArticles({ db, now }: Reading): Promise<void> {
  const yesterday = new Date(now().getTime() - 86_400_000);
  await db
    .delete(articles)
    .where(
      and(
        sql`coalesce(${articles.fetchedAt}, ${articles.failedAt}) < ${yesterday}`,
        sql`not exists (select 1 from posts where posts.article_id = ${articles.id})`,
      ),
    );
}
