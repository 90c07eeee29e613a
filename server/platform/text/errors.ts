/** The text nests or grows past what a page can carry, or takes longer than its time. The source is fine to keep and to show again in its form. */
export class TextTooComplex extends Error {
  readonly because = "text-too-complex";

  constructor() {
    super("text-too-complex");
    this.name = "TextTooComplex";
  }
}
