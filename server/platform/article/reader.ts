import { Parser } from "htmlparser2";

/** What was found on the way through a page, as it stood there. */
export type Said = {
  /** `content` of each meta element by its name or property, the first of each. */
  meta: Map<string, string>;
  title: string;
  heading: string;
  /** The first element that says it is the author, or when it was published, in the words of microformats or HTML. */
  author: string;
  time: string;
  paragraphs: string[];
  /** JSON-LD, as text. */
  data: string[];
};

const longestText = 2000;
const longestData = 100_000;
const mostParagraphs = 40;

type Place = "title" | "heading" | "author" | "paragraph" | "data";
type Taking = { place: Place; until: string; text: string };

/** A name stands in a line, a line in a paragraph: deeper is nothing that is looked for. */
const deepest = 3;
/** The parser looks through all that is open at every tag: what is further inside than any page is not read. */
const mostOpen = 400;
const apart = /^(?:nav|aside|footer|form|figure)$/;

/** Walks through a page once, piece by piece from its beginning. */
export class Reader {
  readonly said: Said = { meta: new Map(), title: "", heading: "", author: "", time: "", paragraphs: [], data: [] };
  readonly #taking: Taking[] = [];
  #apart = 0;
  #open = 0;
  #over = false;
  readonly #parser = new Parser(
    {
      onopentag: (name, attributes) => this.#opens(name, attributes),
      ontext: (text) => this.#says(text),
      onclosetag: (name) => this.#closes(name),
    },
    { decodeEntities: true },
  );

  read(html: string): void {
    if (!this.#over) this.#parser.write(html);
  }

  end(): void {
    this.#parser.end();
  }

  #opens(name: string, attributes: Record<string, string>): void {
    this.#open += 1;
    if (this.#open > mostOpen) this.#over = true;
    const classes = ` ${attributes.class ?? ""} `;
    if (name === "meta") this.#notes(attributes);
    else if (name === "time" || classes.includes(" dt-published ")) this.said.time ||= attributes.datetime ?? "";
    if (apart.test(name)) this.#apart += 1;
    const place = this.#placeOf(name, attributes, classes);
    if (place && this.#taking.length < deepest) this.#taking.push({ place, until: name, text: "" });
  }

  #placeOf(name: string, { rel, type }: Record<string, string>, classes: string): Place | null {
    if (name === "title") return "title";
    if (name === "h1") return "heading";
    if (name === "script") return type?.trim().toLowerCase() === "application/ld+json" ? "data" : null;
    if (rel?.split(/\s+/).includes("author") || classes.includes(" p-author ")) return "author";
    return name === "p" && this.#apart === 0 && this.said.paragraphs.length < mostParagraphs ? "paragraph" : null;
  }

  #notes({ name, property, itemprop, content }: Record<string, string>): void {
    const key = (property ?? name ?? itemprop ?? "").trim().toLowerCase();
    if (key && content && !this.said.meta.has(key)) this.said.meta.set(key, content.slice(0, longestText));
  }

  #says(text: string): void {
    for (const one of this.#taking)
      if (one.text.length < (one.place === "data" ? longestData : longestText)) one.text += text;
  }

  #closes(name: string): void {
    this.#open -= 1;
    if (apart.test(name)) this.#apart = Math.max(0, this.#apart - 1);
    const last = this.#taking.at(-1);
    if (last?.until !== name) return;
    this.#taking.pop();
    if (last.place === "paragraph") this.said.paragraphs.push(last.text);
    else if (last.place === "data") this.said.data.push(last.text);
    else this.said[last.place] ||= last.text.trim();
  }
}
