import type { Site } from "#/db/schema/sites";
import { type Entry, readSite } from "#/server/platform/feeds";
import {
  type Asked,
  type Fetched,
  FetchRefused,
  guardedFetch,
  guardedFetchIfNew,
  guardedFetchTyped,
  type NotFetched,
} from "#/server/platform/guarded-fetch";
import { liesOn } from "./address";

/** Why nothing was found: the fetch's own reasons, or that there is no feed on the site. */
export type Problem = NotFetched | "no-feed";

/** What a site's feed says, its items on the site's own host only. */
export type Feed = { feed: string; title: string; entries: Entry[]; etag: string | null; lastModified: string | null };
export type Outcome = { kind: "same" } | { kind: "feed"; feed: Feed } | { kind: "none"; problem: Problem };

/** A feed comes as any of these; what it says of itself is often wrong, so its text decides. */
const types = [
  "application/atom+xml",
  "application/rss+xml",
  "application/feed+json",
  "application/json",
  "application/rdf+xml",
  "application/xml",
  "application/xhtml+xml",
  "application/octet-stream",
  "text/*",
];
/** Milliseconds for all of it: the page, what it names and what is guessed. */
const timeForAll = 5_000;
/** Where WordPress and Blogger keep their feeds, and most others who name none. */
const guesses = ["feed/", "?feed=rss2", "/feeds/posts/default", "atom.xml", "rss.xml", "index.xml"];
const mostNamed = 3;

type Known = Pick<Site, "address" | "host" | "feed" | "etag" | "lastModified">;

/**
 * Asks a site for its latest posts: its known feed, if that still answers, else the page it lives on, the feeds that
 * names, and the places where WordPress and Blogger keep theirs. Never throws for what the site does.
 */
export async function askSite(site: Known, how: Pick<Asked, "publicOnly"> = {}): Promise<Outcome> {
  const until = performance.now() + timeForAll;
  const asked = () => ({ ...how, types, within: Math.max(1, until - performance.now()) });
  try {
    const known = site.feed === null ? null : await askKnown(site, site.feed, asked());
    if (known) return known;
    // Without its scheme: https is asked first, and http where nobody answers there.
    const typed = site.address.replace(/^https:\/\//i, "");
    const page = await guardedFetchTyped(typed, asked());
    const read = await readSite({ text: page.text(), address: page.address });
    if (read.feed) return { kind: "feed", feed: feedOf(site, page, read.feed) };
    const named = read.feeds.slice(0, mostNamed);
    for (const address of named.length > 0 ? named : guessesFor(page.address)) {
      const feed = await attempt(site, address, asked());
      if (feed) return { kind: "feed", feed };
    }
    return { kind: "none", problem: "no-feed" };
  } catch (error) {
    if (error instanceof FetchRefused) return { kind: "none", problem: error.because };
    throw error;
  }
}

/** The feed found before; null where it is gone and must be looked for anew. */
async function askKnown(site: Known, feed: string, asked: Asked): Promise<Outcome | null> {
  try {
    const page = await guardedFetchIfNew(feed, site, asked);
    if (!page) return { kind: "same" };
    const read = await readSite({ text: page.text(), address: page.address });
    return read.feed ? { kind: "feed", feed: feedOf(site, page, read.feed) } : null;
  } catch (error) {
    if (error instanceof FetchRefused && ["status", "wrong-type", "bad-address"].includes(error.because)) return null;
    throw error;
  }
}

async function attempt(site: Known, address: string, asked: Asked): Promise<Feed | null> {
  try {
    const page = await guardedFetch(address, asked);
    const read = await readSite({ text: page.text(), address: page.address });
    return read.feed && feedOf(site, page, read.feed);
  } catch (error) {
    // One that is not there says nothing about the next; when the time is over, the next says so itself.
    if (error instanceof FetchRefused && error.because !== "too-slow") return null;
    throw error;
  }
}

const feedOf = (
  { host }: Known,
  { address, etag, lastModified }: Fetched,
  { title, entries }: { title: string; entries: Entry[] },
): Feed => ({ feed: address, title, etag, lastModified, entries: entries.filter(({ url }) => liesOn(url, host)) });

/** Below the page itself, as a blog in a folder keeps its feed there. */
function guessesFor(page: string): string[] {
  const folder = page.replace(/[?#].*$/, "").replace(/\/?$/, "/");
  return guesses.flatMap((guess) => URL.parse(guess, folder)?.href ?? []);
}
