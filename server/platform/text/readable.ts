import { unescaped } from "./markup";

const piece = /<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|[^<]+/g;

/** How many line ends stand around an element; what is not here stands in a line. */
const gaps: Record<string, number> = {
  ...Object.fromEntries(
    "p h2 h3 h4 h5 h6 ul ol dl pre blockquote table figure div details hr".split(" ").map((name) => [name, 2]),
  ),
  ...Object.fromEntries("li dt dd tr figcaption summary br".split(" ").map((name) => [name, 1])),
};

/**
 * The words of HTML that this renderer made as somebody reads them, for comparing two versions: paragraphs and lists in
 * lines, a link with its address in brackets, a picture as its words in square ones. What is not shown is not in it.
 */
export function readableOf(html: string): string {
  const page = new Lines();
  for (const [text, slash, name, attributes = ""] of html.matchAll(piece)) {
    if (name === undefined) page.say(text);
    else if (slash) page.leave(name);
    else page.enter(name, attributes);
  }
  return page.text();
}

class Lines {
  readonly #parts: string[] = [];
  #gap = 0;
  #verbatim = 0;
  readonly #links: { href: string; at: number }[] = [];

  say(raw: string): void {
    const words = unescaped(this.#verbatim > 0 ? raw : raw.replace(/\s+/g, " "));
    const fresh = this.#gap > 0 || this.#parts.length === 0;
    const shown = fresh && this.#verbatim === 0 ? words.trimStart() : words;
    if (shown === "") return;
    const last = this.#parts.at(-1);
    if (last !== undefined && this.#gap > 0) this.#parts.splice(-1, 1, last.trimEnd() + "\n".repeat(this.#gap));
    this.#gap = 0;
    this.#parts.push(shown);
  }

  enter(name: string, attributes: string): void {
    this.#part(name);
    if (name === "pre") this.#verbatim += 1;
    if (name === "li") this.say("- ");
    if (name === "hr") this.say("* * *");
    if (name === "img") this.say(`[${valueOf("alt", attributes) || valueOf("src", attributes)}]`);
    if (name === "a") this.#links.push({ href: valueOf("href", attributes), at: this.#parts.length });
    if (name === "hr") this.#part(name);
  }

  leave(name: string): void {
    if (name === "pre") this.#verbatim -= 1;
    if (name === "td" || name === "th") this.say(" | ");
    if (name === "a") this.#sayAddress();
    this.#part(name);
  }

  text(): string {
    return this.#parts.join("").trim();
  }

  #part(name: string): void {
    this.#gap = Math.max(this.#gap, gaps[name] ?? 0);
  }

  /** A link whose words are its address says it once; a mention needs none. */
  #sayAddress(): void {
    const link = this.#links.pop();
    if (!link || link.href.startsWith("/m/") || link.href.startsWith("#")) return;
    const address = unescaped(link.href);
    if (!this.#parts.slice(link.at).join("").includes(address)) this.say(` (${link.href})`);
  }
}

const valueOf = (name: string, attributes: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
