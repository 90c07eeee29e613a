import { createHmac, timingSafeEqual } from "node:crypto";
import { config } from "../../platform/config";

const signed = (guestId: string): string =>
  createHmac("sha256", config().secret).update(`guest ${guestId}`).digest("base64url");

/** What a browser keeps that confirmed an address: only our secret can make it, and the address is not in it. */
export const proofOf = (guestId: string): string => `${guestId}.${signed(guestId)}`;

/** Whose proof it is, as an id; null where we did not make it. */
export function guestIn(proof: string | undefined): string | null {
  const [guestId = "", given = ""] = proof?.split(".") ?? [];
  const [right, brought] = [Buffer.from(signed(guestId)), Buffer.from(given)];
  const isOurs = right.length === brought.length && timingSafeEqual(right, brought);
  return isOurs && /^[0-9a-f-]{36}$/.test(guestId) ? guestId : null;
}
