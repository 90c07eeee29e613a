import sanitizeHtml, { type Attributes, type IOptions, type Tag } from "sanitize-html";
import { type Address, addressOf, isOwnFile } from "./addresses";
import { headingLevels } from "./headings";
import type { Place } from "./rendered";
import { tidied } from "./tidy";
import { allowedAttributes, allowedTags, attributesOf, homes, renamed } from "./vocabulary";

/** How deep elements may stand in one another. Deeper ones give way, and their words stay. */
const deepest = 60;
const rel = "ugc nofollow noopener";
const longestShown = 80;

/**
 * An element that gives nothing but its words. One that is not on the list keeps its name and is taken out by it; renaming
 * one to a name that is not on the list makes sanitize-html 2.18 close a later element with that name.
 */
const nothing = (name: string): Tag => ({ tagName: allowedTags.includes(name) ? "span" : name, attribs: {} });

/** The one gate of all HTML that a page shows: what is not on the list of `vocabulary.ts` leaves, and its words stay. */
export function sanitise(html: string, place: Place = {}): string {
  return tidied(sanitizeHtml(html, gate(place)));
}

/** Made anew for each text: it remembers where it stands in it. */
function gate(place: Place): IOptions {
  const open: string[] = [];
  const levelOf = headingLevels(place.headingsFrom ?? 2);
  const shown = new Set<string>();

  let links = 0;
  const keep = (tag: Tag) => {
    open[open.length - 1] = tag.tagName;
    if (tag.tagName === "a") links += 1;
    return tag;
  };

  /** A picture or a player from elsewhere, as a link that says where it leads. */
  const leading = (address: Address | null, text: string): Tag => {
    if (!address || links > 0) return { tagName: "span", attribs: {}, text };
    return { tagName: "a", attribs: { href: address.href }, text };
  };

  /** Old players name one address several times, for several kinds of browser: one link is enough. */
  const player = (name: string, written: string | undefined): Tag => {
    const address = addressOf(written ?? "", place);
    if (!address || shown.has(address.href)) return nothing(name);
    shown.add(address.href);
    return leading(address, shortened(address.href));
  };

  const first = (name: string, written: string | undefined): Tag => {
    shown.clear();
    return player(name, written);
  };

  const picture = (_: string, attribs: Attributes): Tag => {
    const address = addressOf(attribs.src ?? "", place);
    if (!address || !isOwnFile(address))
      return leading(address, attribs.alt?.trim() || attribs.title?.trim() || nameOf(address?.href));
    const size = attributesOf("img", attribs);
    return {
      tagName: "img",
      attribs: { src: address.href, alt: attribs.alt ?? "", ...size, loading: "lazy", decoding: "async" },
    };
  };

  const link = (attribs: Attributes): Tag => {
    const address = addressOf(attribs.href ?? "", place);
    if (!address || links > 0) return nothing("a");
    const isMention = attribs.class === "mention" && /^\/m\/[a-z0-9_-]{3,30}$/.test(address.href);
    const marks = { ...(isMention && { class: "mention" }), ...(address.external && { rel }) };
    return { tagName: "a", attribs: { href: address.href, ...marks, ...attributesOf("a", attribs) } };
  };

  const everything = (written: string, attribs: Attributes): Tag => {
    if (written === "a") return keep(link(attribs));
    if (written === "img") return keep({ tagName: "img", attribs });
    const tagName = /^h[1-6]$/.test(written) ? `h${levelOf(Number(written[1]))}` : (renamed[written] ?? written);
    const home = homes[tagName];
    if (home && !home.includes(nearest(open))) return keep({ tagName: tagName === "li" ? "div" : "span", attribs: {} });
    return keep({ tagName, attribs: attributesOf(tagName, attribs) });
  };

  return {
    allowedTags,
    allowedAttributes,
    allowedSchemes: ["http", "https", "mailto"],
    nonTextTags: ["script", "style"],
    nestingLimit: deepest,
    parseStyleAttributes: false,
    onOpenTag: () => void open.push(""),
    onCloseTag: () => {
      if (open.pop() === "a") links -= 1;
    },
    transformTags: {
      img: picture,
      iframe: (name, { src }) => first(name, src),
      embed: (name, { src }) => player(name, src),
      source: (name, { src }) => player(name, src),
      video: (name, { src }) => first(name, src),
      audio: (name, { src }) => first(name, src),
      object: (name, { data }) => first(name, data),
      param: (tag, { name = "", value }) => player(tag, /^(?:movie|src|url)$/i.test(name) ? value : undefined),
      "*": everything,
    },
  };
}

/** The element a new one stands in, past those that leave. The new one is the last of `open`. */
function nearest(open: string[]): string {
  for (let at = open.length - 2; at >= 0; at -= 1) {
    const name = open[at];
    if (name !== undefined && allowedTags.includes(name)) return name;
  }
  return "";
}

const nameOf = (href = "") => href.split(/[?#]/)[0]?.split("/").findLast(Boolean) ?? href;

const shortened = (href: string) => (href.length > longestShown ? `${href.slice(0, longestShown - 1)}…` : href);
