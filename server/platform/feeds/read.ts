import { readFeed } from "./entries";
import type { Found, Task } from "./found";
import { readHFeed, readLinks } from "./page";

/** Reads a document as a feed, else as a page. For the thread: a page may be made to take minutes. */
export function readHere({ text, address }: Task): Found {
  const feed = readFeed(text, address);
  if (feed) return { feed, feeds: [], me: [] };
  const links = readLinks(text, address);
  return { ...links, feed: links.feeds.length > 0 || !/\bh-entry\b/.test(text) ? null : readHFeed(text, address) };
}
