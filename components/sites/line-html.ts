import type { Outputs } from "#/server/api/types";
import { escaped } from "../ui/escaped";
import { inWords, timeTitle } from "../ui/time-words";

export type Lines = Outputs["sites"]["lines"];
type Line = Lines[string];

/** The mark of a site that was shown to be its member's own, for those who see it and those who hear it. */
export const verifiedHtml =
  '<span class="verified" title="verified site">✓<i class="sr-only"> verified site</i></span>';

/** Under a comment: "Candy recently wrote: Stools · candy.example ✓ · 3 Nov". Everything in it is a stranger's and escaped. */
export function lineHtml(key: string, line: Line | undefined): string {
  if (!line) return "";
  const { name, handle, words, title, href, host, verified, earned, writtenAt, clicks, can } = line;
  const rel = host === null ? "" : ` rel="${earned ? "noopener" : "ugc nofollow noopener"}"`;
  const facts = [
    `<a href="${escaped(href)}"${rel}><bdi>${escaped(title)}</bdi></a>`,
    host === null ? "" : `<bdi>${escaped(host)}</bdi>${verified ? ` ${verifiedHtml}` : ""}`,
    writtenAt ? timeHtml(writtenAt) : "",
    !clicks ? "" : clicks === 1 ? "followed once" : `followed ${clicks.toLocaleString("en")} times`,
    handle === null ? "" : `<a href="/m/${handle}" data-card>about ${escaped(name)}</a>`,
    can.remove ? `<a href="/c/${key}/link">take away<i class="sr-only"> this line</i></a>` : "",
  ];
  return `<p class="c-latest"><bdi>${escaped(name)}</bdi> ${escaped(words)}: ${facts.filter(Boolean).join(" · ")}</p>`;
}

const timeHtml = (at: Date): string =>
  `<time datetime="${at.toISOString().slice(0, 19)}Z" title="${escaped(timeTitle(at))}" data-how="date">${escaped(inWords(at))}</time>`;
