import { madeFrom } from "#/server/platform/stale";
import { houseRules } from "../rules";

/** What this place asks of everybody, for anyone to read before they write. */
export function rulesOfTheHouse() {
  madeFrom("site");
  return houseRules.map(({ code, says }) => ({ code, says }));
}
