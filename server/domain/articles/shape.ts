import type { Article } from "#/db/schema/articles";

/** The first words of the host that people know a page by. */
const hostOf = (address: string): string => URL.parse(address)?.host.replace(/^www\./, "") ?? "";

/**
 * An article as it is shown. `found`: it told of itself; `waiting`: it has not been asked yet, or is being asked;
 * `silent`: nothing of it could be read, and there is only its address.
 */
export const shaped = (article: Article) => ({
  address: article.address,
  url: article.url,
  host: hostOf(article.address),
  title: article.title,
  site: article.site,
  author: article.author,
  excerpt: article.excerpt,
  writtenAt: article.writtenAt,
  state: stateOf(article),
  fetchedAt: article.fetchedAt,
});

function stateOf({ fetchedAt, failedAt, title }: Article): "found" | "waiting" | "silent" {
  if (fetchedAt && title !== "") return "found";
  return fetchedAt || failedAt ? "silent" : "waiting";
}
