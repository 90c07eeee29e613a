import { Judged, judgements } from "#/components/moderation/judged";
import { takeBack } from "./take-back";

/** The line that says what was just done here, read from the address, with its way back. */
export function JustDone({ one, here }: { one: (name: string) => string; here: string }) {
  const did = judgements.find((word) => word === one("did"));
  return did ? <Judged did={did} undo={takeBack} fields={{ did, thing: one("thing"), here }} /> : null;
}
