import type { Outputs } from "#/server/api/types";

/** Entries a feed carries at most; its bytes are counted where they are fetched. */
export const entriesInFeed = 30;

type Post = Outputs["posts"]["latest"][number];
type Comment = Outputs["comments"]["latest"][number];

/** A feed before it is written in one of its languages. Addresses begin with a slash. */
export type Feed = {
  /** Where it is found itself. */
  path: string;
  title: string;
  /** The page that shows the same to people. */
  about: string;
  entries: Entry[];
};

export type Entry = {
  id: string;
  title: string;
  href: string;
  html: string;
  author: { name: string; href: string | null };
  publishedAt: Date;
  updatedAt: Date;
  tags?: readonly { slug: string; name: string }[];
  /** What it answers. */
  answers?: { id: string; href: string };
  /** What was answered to it, and where that is read. */
  replies?: { count: number; page: string; feed: string };
};

/** What a writer of feeds is given: everything absolute, and no character that XML has no place for. */
export type Ready = Omit<Feed, "path" | "about" | "entries"> & {
  self: string;
  /** The WebSub hub that hears first of what is new in it; null where none does. */
  hub: string | null;
  page: string;
  site: string;
  /** The newest change of any entry; the beginning of time where there is none. */
  updatedAt: Date;
  entries: (Omit<Entry, "tags"> & { tags: string[] })[];
};

/** A post as an entry, with how many comments everybody can read under it. */
export const postEntry =
  (counts: Outputs["comments"]["counts"]) =>
  ({ id, key, title, href, html, author, tags, publishedAt, updatedAt }: Post): Entry => ({
    id,
    title: title || "Without a title",
    href,
    html,
    author: { name: author.name, href: `/m/${author.handle}` },
    publishedAt,
    updatedAt,
    tags,
    replies: { count: counts[id]?.comments ?? 0, page: `${href}#comments`, feed: `/p/${key}/comments` },
  });

/** A comment as an entry that says what it answers. */
export const commentEntry = ({ id, href, html, author, writtenAt, updatedAt, parent, post }: Comment): Entry => ({
  id,
  title: `${author.name} on ${post.title}`,
  href,
  html,
  author: { name: author.name, href: author.handle ? `/m/${author.handle}` : null },
  publishedAt: writtenAt,
  updatedAt,
  answers: parent ?? { id: post.id, href: post.href },
});
