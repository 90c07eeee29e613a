import { eq } from "drizzle-orm";
import { articles } from "#/db/schema/articles";
import { comparable, uncounted } from "#/server/platform/text";
import type { Acting } from "../../context";
import { tell } from "../../events";
import { useUpFetch } from "../../settings/fetching";
import { fail } from "../errors";

/** What somebody wrote into the field as a whole address: people leave out what every address begins with. */
const whole = (written: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`);

/** Refuses, before anything is kept, what cannot be the address of an article. */
export function askForAddress(about: string): void {
  if (about !== "" && !isAddress(whole(about))) fail("not-an-article");
}

const isAddress = (address: string): boolean =>
  comparable(address) !== null && /\.|^\[|^localhost$/.test(URL.parse(address)?.hostname ?? "");

/**
 * The article that stands at an address: the one known here, or a new one that waits to be asked. Null for none.
 * @param about the address as somebody wrote it
 */
export async function articleFor(ctx: Acting, about: string): Promise<string | null> {
  const address = uncounted(whole(about));
  const url = about === "" || !address ? null : comparable(address);
  if (!url || !address) return null;
  const [known] = await ctx.db.select().from(articles).where(eq(articles.url, url));
  if (known && (known.fetchedAt || known.askAt)) return known.id;

  const wait = await useUpFetch(ctx);
  const askAt = new Date(ctx.now().getTime() + wait * 1000);
  const [article] = await ctx.db
    .insert(articles)
    .values({ url, address, askAt })
    .onConflictDoUpdate({ target: articles.url, set: { askAt } })
    .returning({ id: articles.id });
  if (article) await tell(ctx, { type: "article.wanted", articleId: article.id });
  return article?.id ?? null;
}
