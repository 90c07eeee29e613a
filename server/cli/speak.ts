import { DomainError } from "../domain/errors";

/** Says one thing on standard output, as it is. */
export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Says how it goes, where it does not mix with the answer. */
export const murmur = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** A refusal of the domain, or whatever else went wrong, in one line for the shell. */
export function sentenceOf(error: unknown): string {
  if (error instanceof DomainError) {
    const particulars = Object.entries(error.particulars).map(([name, value]) => `${name}: ${value}`);
    return [`Refused: ${error.because}`, ...particulars].join("; ");
  }
  if (error instanceof Error && "sentence" in error && typeof error.sentence === "string") return error.sentence;
  return error instanceof Error ? error.message : String(error);
}
