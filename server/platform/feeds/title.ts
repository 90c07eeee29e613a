import { excerptOf, labelOf } from "../text";

/** A title longer than this is cut at a word. */
const longest = 160;
/** Controls, what cannot be seen, and what turns the direction of writing: a title shall not hide or mirror what is around it. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u3164\uffa0]/gu;

/** A stranger's title as one line of plain text, at most 160 characters; empty where nothing of it can be read. */
export function titleOf(text: string, how: "html" | "text" = "html"): string {
  const words = how === "html" ? labelOf(text) : text.slice(0, 2000).toWellFormed();
  const line = words.replaceAll(/\s+/g, " ").replaceAll(unseen, "").normalize("NFC").replaceAll(/\s+/g, " ").trim();
  return excerptOf(line, longest);
}

/** An address on http or https, resolved against the document that names it; null for anything else. */
export function addressOf(href: string | undefined, base: string): string | null {
  const url = href === undefined || href.length > 2000 ? null : URL.parse(href.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.href.length <= 2000 ? url.href : null;
}

/** When something was written, as it says itself; null where that is no instant between 1970 and a day ahead. */
export function instantOf(text: unknown, now = Date.now()): Date | null {
  const at = typeof text === "string" ? Date.parse(text.trim()) : Number.NaN;
  return at > 0 && at < now + 86_400_000 ? new Date(at) : null;
}
