import sanitizeHtml from "sanitize-html";
import type { Place } from "./rendered";
import { tidied } from "./tidy";
import { allowedAttributes, allowedTags } from "./vocabulary";
import { Walk } from "./walk";

/** How deep elements may stand in one another. Deeper ones give way, and their words stay. */
const deepest = 60;

/** The one gate of all HTML that a page shows: what is not on the list of `vocabulary.ts` leaves, and its words stay. */
export function sanitise(html: string, place: Place = {}): string {
  const walk = new Walk(place);
  const clean = sanitizeHtml(html, {
    allowedTags,
    allowedAttributes,
    allowedSchemes: ["http", "https", "mailto"],
    nonTextTags: ["script", "style"],
    nestingLimit: deepest,
    parseStyleAttributes: false,
    onOpenTag: () => walk.enter(),
    onCloseTag: () => walk.leave(),
    transformTags: {
      img: (_, attribs) => walk.picture(attribs),
      iframe: (name, { src }) => walk.player(name, src),
      video: (name, { src }) => walk.player(name, src),
      audio: (name, { src }) => walk.player(name, src),
      object: (name, { data }) => walk.player(name, data),
      embed: (name, { src }) => walk.sameAgain(name, src),
      source: (name, { src }) => walk.sameAgain(name, src),
      param: (tag, { name = "", value }) => walk.sameAgain(tag, /^(?:movie|src|url)$/i.test(name) ? value : undefined),
      "*": (name, attribs) => walk.element(name, attribs),
    },
  });
  return tidied(clean);
}
