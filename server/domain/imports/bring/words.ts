import { siteUrl } from "#/server/platform/config";
import {
  excerptOf,
  labelOf,
  plainHtml,
  type Rendered,
  rendererVersion,
  renderHtml,
  TextTooComplex,
} from "#/server/platform/text";
import { webAddress } from "./origin";

/** In code points, as the tables hold them. */
const longestName = 80;
const longestTitle = 200;
const longestSite = 1000;

/** Controls and what turns or hides writing. Joiners stay: some scripts need them. */
const unseen =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/gu;

const oneLine = (text: string, most: number) =>
  excerptOf(text.normalize("NFC").replace(/\s+/g, " ").replace(unseen, "").trim(), most);

/** A name as WordPress kept it, with entities and perhaps tags, as one line of plain words; empty when nothing is left. */
export function nameOf(written: string): string {
  const name = oneLine(labelOf(written), longestName);
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(name) ? name : "";
}

/** The same for a title; empty where there was none. */
export const titleOf = (written: string): string => oneLine(labelOf(written), longestTitle);

/** The address of a commenter's own site: the web's only, so that none of them can be a script. */
export function siteOf(written: string | null): string | null {
  const url = webAddress(written);
  if (!url || url.username !== "" || url.password !== "" || url.href.length > longestSite) return null;
  return url.href;
}

export type Shown = Rendered & { asPlain: boolean };

/** A body as HTML; one that is past what the renderer takes is shown as plain text, and says so. */
export async function shown(source: string, relativeTo: string | null, headingsFrom: 2 | 3): Promise<Shown> {
  const base = webAddress(relativeTo)?.href;
  try {
    const rendered = await renderHtml(source, { headingsFrom, linkBase: siteUrl(), ...(base && { relativeTo: base }) });
    return { ...rendered, asPlain: false };
  } catch (error) {
    if (!(error instanceof TextTooComplex)) throw error;
    const { html, plain } = plainHtml(source);
    return { html, plain, version: rendererVersion, asPlain: true };
  }
}
