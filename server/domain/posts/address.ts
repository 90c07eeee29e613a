import { slugOf } from "#/server/platform/text";

/** Where a post is read. The key alone would do; the words are for people. */
export const addressOf = ({ key, slug }: { key: string; slug: string }): string =>
  `/p/${key}/${encodeURIComponent(slug)}`;

/** What can be done with a post stands beside its words in the address: `app/(reading)/p/[key]/hide`. */
const taken: readonly string[] = ["hide", "react"];

/** The words of a post's address, made of its title; never those of a page beside it. */
export function wordsOfAddress(title: string): string {
  const slug = slugOf(title);
  return taken.includes(slug) ? `${slug}-post` : slug;
}
