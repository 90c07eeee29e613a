/**
 * The text nests or grows past what a page can carry, or takes longer than its time. The source is fine to keep and to show
 * again in its form. Known by its name: several copies of this module share the threads, and one may throw for another.
 */
export class TextTooComplex extends Error {
  static override [Symbol.hasInstance](thing: unknown): boolean {
    return thing instanceof Error && thing.name === "TextTooComplex";
  }

  readonly because = "text-too-complex";

  constructor() {
    super("text-too-complex");
    this.name = "TextTooComplex";
  }
}
