/** What WordPress called its feeds, and what they are called here. */
const posts = /^\/feed\/(?:(?:rss2?|rdf|atom)\/?)?$/;
const comments = /^\/comments\/feed(?:\/(?:(?:rss2?|rdf|atom)\/?)?)?$/;

/**
 * Where a reader of a site that was WordPress finds its feed now, or null. `/feed/` with its slash is always meant so;
 * `/feed` is a member's own page, unless whoever asks would rather have a feed than a page.
 * @param accept what the asker says it reads
 */
export function feedInstead(path: string, accept: string | undefined): string | null {
  if (posts.test(path) || (path === "/feed" && wantsFeed(accept ?? ""))) return "/posts.atom";
  return comments.test(path) ? "/comments.atom" : null;
}

/** Browsers name HTML, and XML only behind it. */
const wantsFeed = (accept: string): boolean =>
  /\b(?:rss|atom|rdf)\+xml\b/.test(accept) && !accept.includes("text/html");
