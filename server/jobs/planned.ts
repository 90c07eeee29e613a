import { contextFor } from "../context";
import { publishNextPlanned } from "../domain/posts/commands";

/** Publishes what was planned for now or earlier, one post after another; also what a stopped Kith has missed. */
export async function publishPlanned(stopped: () => boolean): Promise<void> {
  while (!stopped() && (await publishNextPlanned(contextFor(null))));
}
