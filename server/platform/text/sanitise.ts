import sanitizeHtml, { type Attributes, type IOptions, type Tag } from "sanitize-html";
import { addressOf, isOwnFile } from "./addresses";
import { headingLevels } from "./headings";
import type { Place } from "./rendered";
import { allowedAttributes, allowedTags, attributesOf, homes, renamed } from "./vocabulary";

/** How deep elements may stand in one another. Deeper ones give way, and their words stay. */
const deepest = 60;
const rel = "ugc nofollow noopener";
const dropped: Tag = { tagName: "dropped", attribs: {} };

/** The one gate of all HTML that a page shows: what is not on the list of `vocabulary.ts` leaves, and its words stay. */
export function sanitise(html: string, place: Place = {}): string {
  return sanitizeHtml(html, gate(place));
}

/** Made anew for each text: it remembers where it stands in it. */
function gate(place: Place): IOptions {
  const open: string[] = [];
  const levelOf = headingLevels(place.headingsFrom ?? 2);
  const shown = new Set<string>();

  const inside = (name: string) => open.includes(name);
  const keep = (tag: Tag) => {
    open[open.length - 1] = tag.tagName;
    return tag;
  };

  /** A picture or a player from elsewhere, as a link that says where it leads; one link for each address. */
  const instead = (written: string | undefined, words: string | undefined): Tag => {
    const address = addressOf(written ?? "", place);
    const text = words?.trim() || address?.href || "";
    if (text === "" || (address && words === undefined && shown.has(address.href))) return dropped;
    if (address && words === undefined) shown.add(address.href);
    if (!address || inside("a")) return { tagName: "span", attribs: {}, text };
    return { tagName: "a", attribs: { href: address.href }, text };
  };

  const picture = (_: string, attribs: Attributes): Tag => {
    const address = addressOf(attribs.src ?? "", place);
    if (!address || !isOwnFile(address)) return instead(attribs.src, attribs.alt || nameOf(address?.href));
    const size = attributesOf("img", attribs);
    return {
      tagName: "img",
      attribs: { src: address.href, alt: attribs.alt ?? "", ...size, loading: "lazy", decoding: "async" },
    };
  };

  const link = (attribs: Attributes): Tag => {
    const address = addressOf(attribs.href ?? "", place);
    if (!address || open.slice(0, -1).includes("a")) return dropped;
    const isMention = attribs.class === "mention" && /^\/m\/[a-z0-9_-]{3,30}$/.test(address.href);
    const marks = { ...(isMention && { class: "mention" }), ...(address.external && { rel }) };
    return { tagName: "a", attribs: { href: address.href, ...marks, ...attributesOf("a", attribs) } };
  };

  const everything = (written: string, attribs: Attributes): Tag => {
    if (written === "a") return keep(link(attribs));
    if (written === "img") return keep({ tagName: "img", attribs });
    const tagName = /^h[1-6]$/.test(written) ? `h${levelOf(Number(written[1]))}` : (renamed[written] ?? written);
    const home = homes[tagName];
    if (home && !home.includes(nearest(open)))
      return keep({ tagName: tagName === "li" ? "div" : "dropped", attribs: {} });
    return keep({ tagName, attribs: attributesOf(tagName, attribs) });
  };

  return {
    allowedTags,
    allowedAttributes,
    allowedSchemes: ["http", "https", "mailto"],
    nonTextTags: ["script", "style"],
    nestingLimit: deepest,
    parseStyleAttributes: false,
    onOpenTag: (name) => void open.push(name),
    onCloseTag: () => void open.pop(),
    transformTags: {
      img: picture,
      iframe: (_, { src }) => instead(src, undefined),
      embed: (_, { src }) => instead(src, undefined),
      source: (_, { src }) => instead(src, undefined),
      video: (_, { src }) => instead(src, undefined),
      audio: (_, { src }) => instead(src, undefined),
      object: (_, { data }) => instead(data, undefined),
      param: (_, { name, value }) => (/^(movie|src|url)$/i.test(name ?? "") ? instead(value, undefined) : dropped),
      "*": everything,
    },
  };
}

/** The element a new one stands in, past those that leave. */
const nearest = (open: string[]) => open.slice(0, -1).findLast((name) => allowedTags.includes(name)) ?? "";

const nameOf = (href: string | undefined) => href?.split(/[?#]/)[0]?.split("/").findLast(Boolean);
