import { z } from "zod";

/** One thing a site published. Text and addresses are a stranger's: plain, short, and on http or https; no more is promised. */
export const entry = z.object({ title: z.string(), url: z.string(), writtenAt: z.date().nullable() });
export type Entry = z.infer<typeof entry>;

/** A document read as what it may be: a feed, or a page that names feeds, holds one itself, or names its owner's pages. */
export const found = z.object({
  /** Null where the document is none and holds none. */
  feed: z.object({ title: z.string(), entries: z.array(entry) }).nullable(),
  /** Feeds it names, the likeliest first. */
  feeds: z.array(z.string()),
  /** The addresses it links as its owner's own (`rel="me"`). */
  me: z.array(z.string()),
});
export type Found = z.infer<typeof found>;

/** What crosses to the thread. `address` is where the text was found: relative links are resolved against it. */
export const task = z.object({ text: z.string(), address: z.string() });
export type Task = z.infer<typeof task>;

/** A feed is kept as far as this; nobody is offered more. */
export const mostEntries = 50;
export const mostLinks = 200;
