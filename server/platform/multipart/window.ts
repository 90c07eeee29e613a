import { BrokenForm } from "./errors";

const none = Buffer.alloc(0);

/** A stream of bytes seen through a window that is never much wider than one chunk of it. */
export class Window {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = none;
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The bytes up to a mark, which is taken too; a form that ends before it, or that holds more than `most`, is broken. */
  async upTo(mark: Buffer, most: number): Promise<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at > most || (at < 0 && this.#held.length > most + mark.length))
        throw new BrokenForm("a part begins with too much");
      if (at >= 0) {
        const found = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + mark.length);
        return found;
      }
      if (!(await this.#more())) throw new BrokenForm("the form ends too early");
    }
  }

  /** The same in pieces as they come, however many there are. */
  async *until(mark: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        const last = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + mark.length);
        if (last.length > 0) yield last;
        return;
      }
      // The mark may have begun at the end of what is here.
      const sure = this.#held.length - mark.length + 1;
      if (sure > 0) {
        const piece = this.#held.subarray(0, sure);
        this.#held = this.#held.subarray(sure);
        yield piece;
      }
      if (!(await this.#more())) throw new BrokenForm("the form ends too early");
    }
  }

  /** The next bytes, exactly so many, or fewer at the end. */
  async next(count: number): Promise<Buffer> {
    while (this.#held.length < count && (await this.#more()));
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const { done, value } = await this.#source.next();
    if (done) {
      this.#ended = true;
      return false;
    }
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
    return true;
  }
}
