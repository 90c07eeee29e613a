import { contextFor } from "../context";
import { carryNext } from "../domain/notifications/carry";

/** Carries what was told to those who listen, oldest first, until nothing waits. */
export async function carryEvents(stopped: () => boolean): Promise<void> {
  while (!stopped() && (await carryNext(contextFor(null), 50)) > 0);
}
