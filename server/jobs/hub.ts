import { setTimeout as sleep } from "node:timers/promises";
import { contextFor } from "../context";
import { soonest, tellNext } from "../domain/syndication/hub/tell";

/** Milliseconds between two looks at a feed that is due in a moment: a stop waits no longer. */
const blink = 1_000;

/** Tells the hub of one feed after another until nothing is due; where the hub is away, the next round tries again. */
export async function tellHub(stopped: () => boolean): Promise<void> {
  const ctx = contextFor(null);
  while (!stopped()) {
    const done = await tellNext(ctx);
    if (done === "away") return;
    if (done === "done") continue;
    const wait = await soonest(ctx);
    if (wait === null) return;
    await sleep(Math.min(wait, blink));
  }
}
