import { type Language, mediaTypes } from "./write";

const names: Record<Language, string> = { atom: "Atom", rss: "RSS", json: "JSON Feed" };

/**
 * The feeds of a page, for its head: where a reader looks that was given the page's address.
 * @param path of the feed without its ending
 */
export const feedLinks = (path: string, title: string) =>
  Object.fromEntries(
    (["atom", "rss", "json"] as const).map((language) => [
      mediaTypes[language],
      [{ url: `${path}.${language}`, title: `${title} (${names[language]})` }],
    ]),
  );
