/** A form that is not written as forms are (RFC 7578), or that is larger than it may be. */
export class BrokenForm extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BrokenForm";
  }
}
