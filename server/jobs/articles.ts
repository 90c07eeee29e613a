import { contextFor } from "../context";
import { askNextArticle } from "../domain/articles/commands";

/** Asks the articles that members answer what they say of themselves, one after another. */
export async function askArticles(stopped: () => boolean): Promise<void> {
  while (!stopped() && (await askNextArticle(contextFor(null))));
}
