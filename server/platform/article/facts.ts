import { excerptOf } from "../text/plain";
import { fromData } from "./json-ld";
import type { Said } from "./reader";

export type Facts = { title: string; site: string; author: string; excerpt: string; writtenAt: Date | null };

/** In code points. */
const longest = { title: 200, site: 80, author: 80, excerpt: 300 };
/** A shorter paragraph is a caption, a date, a greeting. */
const shortestParagraph = 80;

/** Controls, what turns or hides writing, and half characters: a stranger's words on our page stay on their line. */
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

const oneLine = (text: string, most: number): string =>
  excerptOf(text.toWellFormed().replace(/\s+/g, " ").replace(unseen, "").trim(), most);

const isAddress = (text: string): boolean => /^(?:https?:)?\/\//i.test(text.trim());

/** The best of what a page says, where it says the same thing several times. */
export function factsIn(said: Said): Facts {
  const data = fromData(said.data);
  const meta = (...names: string[]) =>
    names.map((name) => said.meta.get(name) ?? "").find((text) => text.trim() !== "");
  const author = [meta("author", "article:author", "dc.creator", "parsely-author"), data.author, said.author].find(
    (text) => text && !isAddress(text),
  );
  const words = meta("og:description", "description", "twitter:description", "dc.description") ?? data.excerpt;
  const first = said.paragraphs
    .map((text) => text.replace(/\s+/g, " ").trim())
    .find((it) => it.length >= shortestParagraph);
  const title = meta("og:title", "twitter:title", "dc.title") ?? data.title ?? (said.title || said.heading);
  return {
    title: oneLine(title, longest.title),
    site: oneLine(meta("og:site_name", "application-name") ?? data.site ?? "", longest.site),
    author: oneLine(author ?? "", longest.author),
    excerpt: oneLine(words ?? first ?? "", longest.excerpt),
    writtenAt: instantOf(
      meta("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued") ?? data.date ?? said.time,
    ),
  };
}

/** A day or an instant between the first web page and tomorrow; anything else was not meant as one. */
function instantOf(written: string | undefined): Date | null {
  const at = new Date((written ?? "").trim());
  const isOne = at.getTime() > Date.UTC(1991, 0) && at.getTime() < Date.now() + 86_400_000;
  return isOne ? at : null;
}
