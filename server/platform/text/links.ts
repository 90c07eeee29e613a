import { unescaped } from "./markup";

const longest = 1000;
const most = 100;
const written = /<a href="(https?:\/\/[^"]+)"/g;

/** What senders of links put into them to count who follows: it says nothing about where they lead. */
const counting = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|wt_mc|cmpid)$/i;

/**
 * An address on the web made comparable, so that two ways of writing where an article is come out as one: always https,
 * without `www.`, the place in the page, what only counts readers, a last slash or `index.html`; the rest of the query
 * sorted by name. Null for what is no web address, names a user, or is longer than 1,000 characters.
 */
export function comparable(address: string): string | null {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  const host = url.hostname.replace(/^www\./, "").replace(/\.$/, "");
  if (host === "") return null;
  const path = url.pathname.replace(/\/index\.(?:html?|php)$/i, "/").replace(/\/+$/, "");
  const asked = [...url.searchParams]
    .filter(([name]) => !counting.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(asked).toString();
  const made = `https://${host}${url.port ? `:${url.port}` : ""}${evenly(path)}${query ? `?${query}` : ""}`;
  return made.length > longest ? null : made;
}

/** An address as it may be shown and followed: without the place in the page and what only counts readers. */
export function uncounted(address: string): string | null {
  const url = URL.parse(address.trim());
  if (!url) return null;
  for (const name of new Set(url.searchParams.keys())) if (counting.test(name)) url.searchParams.delete(name);
  url.hash = "";
  return url.href;
}

/** Letters, digits and `-._~` never need their percent signs; those that stay are written large (RFC 3986, 6.2.2). */
const evenly = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
  });

/** The pages elsewhere that sanitised HTML links, made comparable, each once; the first hundred. */
export function linksIn(html: string): string[] {
  const links = new Set<string>();
  for (const [, href = ""] of html.matchAll(written)) {
    const link = comparable(unescaped(href));
    if (link) links.add(link);
    if (links.size === most) break;
  }
  return [...links];
}
