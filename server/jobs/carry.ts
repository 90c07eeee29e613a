import { setTimeout as sleep } from "node:timers/promises";
import { contextFor } from "../context";
import { carryNext } from "../domain/notifications/carry";
import { hubListener } from "../domain/syndication/hub/news";

/**
 * Milliseconds in which facts gather before they are carried: where many write at once, one round carries them all, and
 * nobody notices that a notification comes this much later.
 */
const gathering = 50;

/** Carries what was told to those who listen, oldest first, until nothing waits. */
export async function carryEvents(stopped: () => boolean): Promise<void> {
  await sleep(gathering);
  while (!stopped() && (await carryNext(contextFor(null), 50, await hubListener(contextFor(null)))) > 0);
}
