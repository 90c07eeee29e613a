import { contextFor } from "../context";
import { readWaitingWords } from "../domain/search/commands";

/** Reads what search has not read yet, a few at a time, until nothing waits. */
export async function readWords(stopped: () => boolean): Promise<void> {
  const ctx = contextFor(null);
  while (!stopped() && (await readWaitingWords(ctx)) > 0);
}
