import { TRPCError } from "@trpc/server";
import type { Caller } from "#/server/api/root";
import type { Lines } from "./face";

/** What a card tells of, as it was typed; the site's own has neither a title nor an author. */
export type Words = { title: string | null; author: string; site: string; tagline: string; host: string };

/**
 * A line as the typeface can write it. Signs it lacks are left out; a line with a letter, a mark or a digit it lacks is
 * nothing, for half of a word is another word.
 * @param letters code points that the typeface has a shape for
 */
export function writable(line: string, letters: ReadonlySet<number>): string | null {
  let kept = "";
  for (const character of line.normalize("NFC")) {
    if (/\s/u.test(character)) kept += " ";
    else if (/\p{M}/u.test(character) && !/[\ufe00-\ufe0f\u20e3]/u.test(character)) return null;
    else if (/\p{C}/u.test(character)) continue;
    else if (letters.has(character.codePointAt(0) ?? 0)) kept += character;
    else if (/[\p{L}\p{N}]/u.test(character)) return null;
  }
  return kept.replace(/ +/g, " ").trim() || null;
}

/** Characters that a line has room for at most, drawn as narrow as letters are; the painter cuts by their true width. */
const most = 160;

/** Cut behind a word where it is too long. */
export function cut(line: string): string {
  if (line.length <= most) return line;
  const room = line.slice(0, most);
  const end = room.lastIndexOf(" ");
  return `${room.slice(0, end > most / 2 ? end : most).trimEnd()}…`;
}

/**
 * The lines of a card, with nothing in them that the typeface lacks: for what it lacks `next/og` would ask servers
 * elsewhere, for letters and for pictures of emoji. A post whose title cannot be written is told of by its author alone.
 */
export function linesOf({ title, author, site, tagline, host }: Words, letters: ReadonlySet<number>): Lines {
  const written = (line: string) => cut(writable(line, letters) ?? "");
  const [heading, by, name] = [written(title ?? ""), written(author), written(site)];
  const right = written(host);
  if (heading) return { above: name, heading, below: "", left: by, right };
  const below = title === null ? written(tagline) : "";
  return { above: "", heading: name || right, below, left: title !== null && by ? `A post by ${by}` : "", right };
}

/** What the site's own card tells. */
export async function wordsOfSite(guest: Caller): Promise<Words> {
  const { site } = await guest.shell.around();
  const { url } = await guest.settings.site();
  return { title: null, author: "", site: site.title, tagline: site.tagline, host: new URL(url).host };
}

/**
 * What the card of a post tells; null where a guest may not read it.
 * @param guest a caller who is nobody: a card is for everybody or for none
 */
export async function wordsOfPost(guest: Caller, key: string): Promise<Words | null> {
  const post = await guest.posts.byKey({ key }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return null;
    throw error;
  });
  if (post?.audience !== "everyone") return null;
  return { ...(await wordsOfSite(guest)), title: post.title, author: post.author.name };
}
