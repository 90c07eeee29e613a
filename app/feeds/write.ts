import { atom } from "./atom";
import type { Feed, Ready } from "./entries";
import { json } from "./json";
import { rss } from "./rss";

/** The languages of feeds, by the ending of their addresses. */
const languages = { atom, rss, json } as const;
export type Language = keyof typeof languages;

export const isLanguage = (ending: string): ending is Language => Object.hasOwn(languages, ending);

export const mediaTypes = {
  atom: "application/atom+xml",
  rss: "application/rss+xml",
  json: "application/feed+json",
} as const satisfies Record<Language, string>;

/** A feed written in one of its languages, with every address absolute. */
export const written = (feed: Feed, language: Language, site: Site): string =>
  languages[language](ready(feed, language, site));

/** Where a feed comes from, and the hub that is told of it, if any. */
type Site = { url: string; title: string; hub?: string | null };

function ready({ path, title, about, entries }: Feed, language: Language, site: Site): Ready {
  const at = (href: string) => new URL(href, site.url).href;
  return {
    title: clean(`${title} · ${site.title}`),
    site: clean(site.title),
    self: at(`${path}.${language}`),
    hub: site.hub ?? null,
    page: at(about),
    updatedAt: entries.reduce((newest, { updatedAt }) => (updatedAt > newest ? updatedAt : newest), new Date(0)),
    entries: entries.map(({ tags = [], author, answers, replies, ...entry }) => ({
      ...entry,
      id: `urn:uuid:${entry.id}`,
      title: clean(entry.title),
      href: at(entry.href),
      html: clean(absolute(entry.html, at(entry.href))),
      author: { name: clean(author.name), href: author.href && at(author.href) },
      tags: tags.map(({ name }) => clean(name)),
      ...(answers && { answers: { id: `urn:uuid:${answers.id}`, href: at(answers.href) } }),
      ...(replies && {
        replies: { ...replies, page: at(replies.page), feed: at(`${replies.feed}.${language}`) },
      }),
    })),
  };
}

/** Characters XML 1.0 has no place for (section 2.2); a body may hold them, a feed may not. */
const notXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** A text without the characters that XML has no place for. */
export const clean = (text: string) => text.replaceAll(notXml, "");

const addresses = /(?<=<(?:a|img|source)\b[^>]*?\s)(?<name>href|src|srcset)="(?<value>[/#?][^"]*)"/g;

/** Addresses inside are relative to the site; a reader elsewhere must not take them for its own. */
function absolute(html: string, page: string): string {
  return html.replaceAll(addresses, (_, name: string, value: string) =>
    name === "srcset"
      ? `srcset="${value.replaceAll(/(?<=^|,\s*)\//g, from("/", page))}"`
      : `${name}="${from(value, page)}"`,
  );
}

/** An attribute's value stays escaped as it is: only its beginning is ours to write. */
const from = (value: string, page: string): string => {
  if (value.startsWith("//")) return value;
  if (value.startsWith("/")) return `${new URL(page).origin}${value}`;
  const [whole = ""] = page.split(value.startsWith("?") ? /[?#]/ : "#");
  return `${whole.replaceAll("&", "&amp;")}${value}`;
};
