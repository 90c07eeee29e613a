import type { Outputs } from "#/server/api/types";
import { inWords, timeTitle } from "../ui/time-words";
import { escaped } from "../ui/escaped";

export type RecentComment = Outputs["comments"]["recent"][number];

type How = {
  /** Adds their instant. */
  when?: boolean;
  /** Whether they say who said them; not where they are all one member's. */
  who?: boolean;
};

/**
 * Comments as items of a list: who said them and where, with the beginning of their words. A string, so that a page
 * and what is brought into it later are printed by the same hand. Everything is escaped.
 */
export const recentHtml = (comments: readonly RecentComment[], { when = false, who = true }: How = {}): string =>
  comments.map((comment) => itemHtml(comment, { when, who })).join("");

function itemHtml({ href, author, post, words, writtenAt }: RecentComment, { when, who }: How): string {
  const on = who ? `${writerHtml(author)} on ` : "On ";
  const at = when ? ` · ${timeHtml(new Date(writtenAt))}` : "";
  const title = `<a class="link" href="${escaped(href)}">${escaped(post.title)}</a>`;
  return `<li><p class="recent-who">${on}${title}${at}</p><p class="recent-words" dir="auto">“${escaped(words)}”</p></li>`;
}

function writerHtml({ name, handle }: RecentComment["author"]): string {
  const written = `<bdi>${escaped(name)}</bdi>`;
  return handle ? `<a href="/m/${escaped(handle)}">${written}</a>` : `<b>${written}</b>`;
}

const timeHtml = (at: Date): string =>
  `<time datetime="${at.toISOString()}" title="${escaped(timeTitle(at))}" data-how="ago">${escaped(inWords(at))}</time>`;
