/** How a refusal is meant; `server/api/trpc.ts` gives each kind its code. */
export type Kind = "missing" | "refused" | "conflict" | "invalid" | "too-soon";
export type Reasons = Record<string, Kind>;

/** What a refusal may carry for the screen: numbers and instants, never text from inside. */
export type Particulars = Readonly<Record<string, string | number>>;

/** One of several things that are wrong at once, and the field of the form it is about. */
export type Complaint = { field: string; because: string; particulars?: Particulars };

/** The only error the domain throws on purpose. `because` is a stable word, never a sentence. */
export class DomainError extends Error {
  readonly kind: Kind;
  readonly because: string;
  readonly particulars: Particulars;
  /** Everything that is wrong, where that was looked for. */
  readonly complaints: readonly Complaint[];

  constructor(kind: Kind, because: string, particulars: Particulars = {}, complaints: readonly Complaint[] = []) {
    super(`${kind}: ${because}`);
    this.name = "DomainError";
    this.kind = kind;
    this.because = because;
    this.particulars = particulars;
    this.complaints = complaints;
  }
}

/** A noun's own way of saying no, bound to the list of reasons it may give. */
export const failing =
  <const R extends Reasons>(reasons: R) =>
  (because: keyof R & string, particulars?: Particulars, complaints?: readonly Complaint[]): never => {
    throw new DomainError(reasons[because] ?? "invalid", because, particulars, complaints);
  };
