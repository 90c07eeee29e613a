import { createHmac, timingSafeEqual } from "node:crypto";
import { config } from "../../platform/config";
import type { Acting } from "../context";

/** However long somebody writes, what they began is believed for a day. */
const believed = 24 * 60 * 60 * 1000;

const proofOf = (memberId: string, key: string, at: string): string =>
  createHmac("sha256", config().secret).update(`begun ${memberId} ${key} ${at}`).digest("base64url");

/** Says that a member began to change a comment at this moment; goes with the form, so that no clock cuts a running edit. */
export function beginning({ viewer, now }: Acting, key: string): string {
  const at = String(now().getTime());
  return `${at}.${proofOf(viewer.id, key, at)}`;
}

/** When the change was begun, as far as we said so ourselves; otherwise this moment. */
export function begunAt({ viewer, now }: Acting, key: string, said: string | undefined): Date {
  const [at = "", proof = ""] = said?.split(".") ?? [];
  const right = Buffer.from(proofOf(viewer.id, key, at));
  const given = Buffer.from(proof);
  const isOurs = right.length === given.length && timingSafeEqual(right, given);
  const then = isOurs ? new Date(Number(at)) : now();
  return now().getTime() - then.getTime() <= believed ? then : now();
}
