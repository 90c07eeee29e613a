import { contextFor } from "../context";
import { closeOldThreads } from "../domain/posts/commands";

/** Closes the comments of posts that are old enough, and opens those that were given more days. */
export async function closeThreads(stopped: () => boolean): Promise<void> {
  while (!stopped() && (await closeOldThreads(contextFor(null))) > 0);
}
