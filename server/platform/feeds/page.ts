import { mf2 } from "microformats-parser";
import sanitizeHtml from "sanitize-html";
import { type Entry, type Found, mostEntries, mostLinks } from "./found";
import { addressOf, instantOf, titleOf } from "./title";

/** In the order in which they are asked. */
const feedTypes = ["application/atom+xml", "application/rss+xml", "application/feed+json", "application/rdf+xml"];
const jsonType = "application/json";

/** What a page says in its links: the feeds it names, and the pages of the same owner. */
export function readLinks(html: string, address: string): Pick<Found, "feeds" | "me"> {
  const named: { url: string; type: string; title: string }[] = [];
  const me: string[] = [];
  let base = address;
  const onOpenTag = (name: string, attributes: Record<string, string>) => {
    if (name === "base" && base === address) base = addressOf(attributes.href, address) ?? address;
    if (name !== "link" && name !== "a") return;
    const rels = (attributes.rel ?? "").toLowerCase().split(/\s+/);
    const url = addressOf(attributes.href, base);
    if (!url) return;
    if (rels.includes("me") && me.length < mostLinks) me.push(url);
    const type = (attributes.type ?? "").toLowerCase();
    const isFeed = name === "link" && rels.includes("alternate") && (feedTypes.includes(type) || type === jsonType);
    if (isFeed && named.length < mostLinks) named.push({ url, type, title: attributes.title ?? "" });
  };
  sanitizeHtml(html, { allowedTags: [], allowedAttributes: {}, onOpenTag });
  return { feeds: ranked(named), me };
}

/** Feeds of comments are named beside those of posts: they come last. So do JSON documents that may be something else. */
function ranked(named: { url: string; type: string; title: string }[]): string[] {
  const last = ({ url, title }: { url: string; title: string }) => /comment/i.test(`${url} ${title}`);
  const worth = (it: (typeof named)[number]) => (last(it) ? 2 : it.type === jsonType ? 1 : 0);
  return [...new Set(named.toSorted((a, b) => worth(a) - worth(b)).map(({ url }) => url))];
}

type Microformat = ReturnType<typeof mf2>["items"][number];

/** A page that is its own feed: its h-entries, inside an h-feed or not. Null where there are none. */
export function readHFeed(html: string, address: string): Found["feed"] {
  const items = attempt(html, address);
  const feed = items.find(({ type }) => type?.includes("h-feed"));
  const entries = (feed?.children ?? items).filter(({ type }) => type?.includes("h-entry")).slice(0, mostEntries);
  const read = entries.flatMap((it) => entryOf(it, address) ?? []);
  return read.length > 0 ? { title: titleOf(wordsOf(feed, "name"), "text"), entries: read } : null;
}

function attempt(html: string, address: string): Microformat[] {
  try {
    return mf2(html, { baseUrl: address }).items;
  } catch {
    // A page that is no page: nothing is published on it.
    return [];
  }
}

function entryOf(it: Microformat, address: string): Entry | null {
  const url = addressOf(wordsOf(it, "url") || undefined, address);
  const title = titleOf(wordsOf(it, "name").slice(0, 400), "text");
  return url && title ? { url, title, writtenAt: instantOf(wordsOf(it, "published") || undefined) } : null;
}

/** A property's first value, where that is text. */
function wordsOf(it: Microformat | undefined, name: string): string {
  const [value] = it?.properties[name] ?? [];
  if (typeof value === "string") return value;
  return value && typeof value === "object" && "value" in value && typeof value.value === "string" ? value.value : "";
}
