import type { Attributes, Tag } from "sanitize-html";
import { type Address, addressOf } from "./addresses";
import { headingLevels } from "./headings";
import { pictureAt, pictureAttributes } from "./pictures";
import type { Place } from "./rendered";
import { allowedTags, attributesOf, homes, renamed } from "./vocabulary";

const rel = "ugc nofollow noopener";
const longestShown = 80;
const mention = /^\/m\/[a-z0-9_-]{3,30}$/;

/** One walk through one body: what each element becomes, which depends on those it stands in. */
export class Walk {
  readonly #place: Place;
  readonly #levelOf: (written: number) => number;
  readonly #open: string[] = [];
  readonly #shown = new Set<string>();
  #links = 0;

  constructor(place: Place) {
    this.#place = place;
    this.#levelOf = headingLevels(place.headingsFrom ?? 2);
  }

  enter(): void {
    this.#open.push("");
  }

  leave(): void {
    if (this.#open.pop() === "a") this.#links -= 1;
  }

  /** Every element goes through here last, also those that were something else before. */
  element(name: string, attribs: Attributes): Tag {
    const tag = this.#meant(name, attribs);
    this.#open[this.#open.length - 1] = tag.tagName;
    if (tag.tagName === "a") this.#links += 1;
    return tag;
  }

  /**
   * Our own picture is shown; any other is a link with its words: it would be a request to a third party, or an act done
   * by looking.
   */
  picture(attribs: Attributes): Tag {
    const address = this.#addressOf(attribs.src);
    const own = address && !address.external ? pictureAt(address.href) : null;
    const words = attribs.alt?.trim() || attribs.title?.trim() || nameOf(address?.href);
    if (!own) return this.#leading(address, words);
    const { title } = attributesOf("img", attribs);
    const says = { alt: attribs.alt ?? "", ...(title && { title }) };
    return { tagName: "img", attribs: { ...pictureAttributes(own), ...says, loading: "lazy", decoding: "async" } };
  }

  /** Something to play, as a link to it. */
  player(name: string, written: string | undefined): Tag {
    this.#shown.clear();
    return this.sameAgain(name, written);
  }

  /** Players name one address several times, for several kinds of browser: one link is enough. */
  sameAgain(name: string, written: string | undefined): Tag {
    const address = this.#addressOf(written);
    if (!address || this.#shown.has(address.href)) return nothing(name);
    this.#shown.add(address.href);
    return this.#leading(address, shortened(address.href));
  }

  #meant(name: string, attribs: Attributes): Tag {
    if (name === "img") return { tagName: name, attribs };
    return name === "a" ? this.#link(attribs) : this.#other(name, attribs);
  }

  #addressOf(written: string | undefined): Address | null {
    return addressOf(written ?? "", this.#place);
  }

  #leading(address: Address | null, text: string): Tag {
    if (!address || this.#links > 0) return { tagName: "span", attribs: {}, text };
    return { tagName: "a", attribs: { href: address.href }, text };
  }

  #link(attribs: Attributes): Tag {
    const address = this.#addressOf(attribs.href);
    if (!address || this.#links > 0) return nothing("a");
    const marks = {
      ...(attribs.class === "mention" && mention.test(address.href) && { class: "mention" }),
      ...(attribs.class === "plays" && !address.external && pictureAt(address.href)?.moving && { class: "plays" }),
      ...(address.external && { rel }),
    };
    return { tagName: "a", attribs: { href: address.href, ...marks, ...attributesOf("a", attribs) } };
  }

  #other(written: string, attribs: Attributes): Tag {
    const isHeading = /^h[1-6]$/.test(written);
    const tagName = isHeading ? `h${this.#levelOf(Number(written[1]))}` : (renamed[written] ?? written);
    const home = homes[tagName];
    if (home && !home.includes(this.#parent())) return { tagName: tagName === "li" ? "div" : "span", attribs: {} };
    return { tagName, attribs: attributesOf(tagName, attribs) };
  }

  /** The element that a new one stands in, past those that leave. The new one is the last. */
  #parent(): string {
    for (let at = this.#open.length - 2; at >= 0; at -= 1) {
      const name = this.#open[at];
      if (name !== undefined && allowedTags.includes(name)) return name;
    }
    return "";
  }
}

/**
 * An element that gives nothing but its words. One that is not on the list keeps its name and is taken out by it; renaming
 * one to a name that is not on the list makes sanitize-html 2.18 close a later element with that name.
 */
const nothing = (name: string): Tag => ({ tagName: allowedTags.includes(name) ? "span" : name, attribs: {} });

const nameOf = (href = "") => href.split(/[?#]/)[0]?.split("/").findLast(Boolean) ?? href;

const shortened = (href: string) => (href.length > longestShown ? `${href.slice(0, longestShown - 1)}…` : href);
