import { parseFeed } from "feedsmith";
import { type Entry, type Found, mostEntries } from "./found";
import { addressOf, instantOf, titleOf } from "./title";

type Parsed = ReturnType<typeof parseFeed>;
type Feed<Format> = Extract<Parsed, { format: Format }>["feed"];
type RssItem = NonNullable<Feed<"rss">["items"]>[number];
type RdfItem = NonNullable<Feed<"rdf">["items"]>[number];
type AtomEntry = NonNullable<Feed<"atom">["entries"]>[number];
type JsonItem = NonNullable<Feed<"json">["items"]>[number];
type Text = { value?: string | undefined; type?: string | undefined };

/** The beginning of a text, for things that have no title. */
const opening = (html: string | undefined): string => titleOf((html ?? "").slice(0, 600)).slice(0, 80);

/** RSS 2, 1 and 0.9x, Atom and JSON Feed; null for anything else. */
export function readFeed(text: string, address: string): Found["feed"] {
  const pieces = readPieces(text, address);
  if (!pieces) return null;
  const { title, entries } = pieces;
  const usable = entries.flatMap(({ title, url, writtenAt }) =>
    url === null ? [] : [{ title: title || url.replace(/^https?:\/\//, ""), url, writtenAt }],
  );
  return { title, entries: newestFirst(usable).slice(0, mostEntries) };
}

/** The same before anything is left out: an entry may have no address to lead to. */
export function readPieces(text: string, address: string) {
  const parsed = attempt(text);
  return parsed && piecesOf(parsed, address);
}

function attempt(text: string): Parsed | null {
  try {
    return parseFeed(text, { maxItems: 2 * mostEntries });
  } catch {
    // Broken XML, or none at all: nobody's mistake here.
    return null;
  }
}

type Piece = Omit<Entry, "url"> & { url: string | null };

function piecesOf(parsed: Parsed, address: string): { title: string; entries: Piece[] } {
  switch (parsed.format) {
    case "rss":
      return { title: titleOf(parsed.feed.title ?? ""), entries: (parsed.feed.items ?? []).map(fromRss(address)) };
    case "rdf":
      return { title: titleOf(parsed.feed.title ?? ""), entries: (parsed.feed.items ?? []).map(fromRdf(address)) };
    case "atom":
      return { title: atomTitle(parsed.feed.title), entries: (parsed.feed.entries ?? []).map(fromAtom(address)) };
    default:
      return { title: titleOf(parsed.feed.title ?? ""), entries: (parsed.feed.items ?? []).map(fromJson(address)) };
  }
}

/** A guid is an address unless it says that it is none. */
const permalink = (guid: RssItem["guid"]): string | undefined =>
  guid && guid.isPermaLink !== false && /^https?:/i.test(guid.value ?? "") ? guid.value : undefined;

const fromRss = (address: string) => (it: RssItem) => ({
  title: titleOf(it.title ?? it.dc?.titles?.[0] ?? it.media?.title?.value ?? "") || opening(it.description),
  url: addressOf(it.link ?? permalink(it.guid), address),
  writtenAt: instantOf(it.pubDate ?? it.dc?.dates?.[0]),
});

const fromRdf = (address: string) => (it: RdfItem) => ({
  title: titleOf(it.title ?? it.dc?.titles?.[0] ?? "") || opening(it.description),
  url: addressOf(it.link ?? it.rdf?.about, address),
  writtenAt: instantOf(it.dc?.dates?.[0]),
});

const fromAtom = (address: string) => (it: AtomEntry) => ({
  title: atomTitle(it.title) || opening(it.summary?.value ?? it.content?.value),
  url: addressOf(atomLink(it), address),
  writtenAt: instantOf(it.published ?? it.updated),
});

const fromJson = (address: string) => (it: JsonItem) => ({
  title: titleOf(it.title ?? "", "text") || opening(it.content_html ?? it.summary ?? it.content_text),
  url: addressOf(it.url ?? it.external_url, address),
  writtenAt: instantOf(it.date_published ?? it.date_modified),
});

/** What an entry stands for: its alternate, a page rather than another form; its id where that is an address. */
function atomLink({ links = [], id }: AtomEntry): string | undefined {
  const alternates = links.filter(({ rel, href }) => href && (!rel || rel === "alternate"));
  const page = alternates.find(({ type }) => !type || /html/.test(type)) ?? alternates[0];
  return page?.href ?? (/^https?:/i.test(id ?? "") ? id : undefined);
}

/** Plain where it says so; else what it is anywhere else, HTML. Atom 0.3 sent some in base64. */
function atomTitle(title: Text | undefined): string {
  const { value = "", type = "" } = title ?? {};
  if (type === "text" || type === "text/plain") return titleOf(value, "text");
  return titleOf(/^[A-Za-z0-9+/]{16,}={0,2}$/.test(value) && value.length % 4 === 0 ? unpacked(value) : value);
}

function unpacked(value: string): string {
  const text = Buffer.from(value, "base64").toString("utf8");
  return text.includes("\u{fffd}") || /\p{Cc}/u.test(text) ? value : text;
}

/** By their dates where all have one; else as the feed has them. */
const newestFirst = (entries: Entry[]): Entry[] =>
  entries.every(({ writtenAt }) => writtenAt !== null)
    ? entries.toSorted((a, b) => Number(b.writtenAt) - Number(a.writtenAt))
    : entries;
