import { typeBlock, typeOver } from "../writing/edit";

/** What a screen reader says of a picture that nobody has described yet. */
const undescribed = "A picture, not described yet";

/** Words between the brackets of an image: on one line, with nothing in them that would end them. */
const escaped = (words: string): string =>
  words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[[\]\\]/g, "\\$&");

const image = (alt: string, address: string): string => `![${alt}](${address})`;

/** The place a picture has among the words, from the moment it is chosen until it is described. */
export class Place {
  readonly #area: HTMLTextAreaElement;
  /** What stands there now; null when nothing does. */
  #text: string | null;

  /** Takes a place at the caret. */
  constructor(area: HTMLTextAreaElement, name: string) {
    this.#area = area;
    const told = escaped(name).slice(0, 60);
    let text = image(`Sending ${told} …`, "");
    for (let nth = 2; area.value.includes(text); nth += 1) text = image(`Sending ${told} (${nth}) …`, "");
    typeBlock(area, text);
    this.#text = text;
  }

  /** The picture is here: it stands where its place was, or where the caret is when that was taken away. */
  fill(address: string): void {
    const to = image(undescribed, address);
    if (this.#swap(to, false)) return;
    typeBlock(this.#area, to);
    this.#text = to;
  }

  /**
   * Says what the picture shows; nothing at all for one that only decorates.
   * @param andGoOn puts the caret behind it, to go on writing
   */
  describe(words: string, address: string, andGoOn: boolean): void {
    this.#swap(image(escaped(words), address), andGoOn);
  }

  /** Gives the place up. */
  leave(): void {
    this.#swap("", false);
    this.#text = null;
  }

  #swap(to: string, andGoOn: boolean): boolean {
    const area = this.#area;
    const text = this.#text;
    const from = text === null ? -1 : area.value.indexOf(text);
    if (text === null || from < 0) return false;
    const end = from + text.length;
    const { activeElement } = document;
    if (andGoOn || activeElement === area) this.#type(to, from, end, andGoOn);
    else {
      area.setRangeText(to, from, end, "preserve");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.#text = to;
    return true;
  }

  /** Typed, so that the browser's undo knows of it; the caret stays with the words it was at. */
  #type(to: string, from: number, end: number, andGoOn: boolean): void {
    const area = this.#area;
    const caret = area.selectionEnd;
    typeOver(area, to, [from, end]);
    const behind = Math.min(area.value.length, from + to.length + (andGoOn ? 2 : 0));
    const kept = caret >= end ? caret + to.length - (end - from) : Math.min(caret, from);
    area.setSelectionRange(andGoOn ? behind : kept, andGoOn ? behind : kept);
  }
}
