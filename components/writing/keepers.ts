import type { Keeper } from "./keeper";

const keepers = new Map<string, Keeper>();

/** The one who keeps the form at a place of this page. */
export const keeperAt = (place: string): Keeper | undefined => keepers.get(place);

/** Names who keeps a form, until it is gone. */
export function nameKeeper(place: string, keeper: Keeper): () => void {
  keepers.set(place, keeper);
  return () => {
    keeper.stop();
    if (keepers.get(place) === keeper) keepers.delete(place);
  };
}
