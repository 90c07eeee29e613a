import { createHmac, timingSafeEqual } from "node:crypto";
import { config } from "../../platform/config";

/** Bytes of an id, and of the seal behind two of them. */
const idBytes = 16;
const sealBytes = 16;

const sealOf = (ids: Buffer): Buffer =>
  createHmac("sha256", config().secret).update("letter about a thread").update(ids).digest().subarray(0, sealBytes);

/**
 * What the link in a letter carries: whose letter it is and about which post, sealed with the site's secret. It can do
 * one thing, end that letter's kind, so it needs no sign-in and does not run out.
 */
export function letterToken(memberId: string, postId: string): string {
  const ids = Buffer.from(`${memberId}${postId}`.replaceAll("-", ""), "hex");
  return Buffer.concat([ids, sealOf(ids)]).toString("base64url");
}

/** Whose letter about which post; null where the seal is not ours. */
export function letterOf(token: string): { memberId: string; postId: string } | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 2 * idBytes + sealBytes) return null;
  const ids = bytes.subarray(0, 2 * idBytes);
  if (!timingSafeEqual(bytes.subarray(2 * idBytes), sealOf(ids))) return null;
  return { memberId: uuidOf(ids.subarray(0, idBytes)), postId: uuidOf(ids.subarray(idBytes)) };
}

const uuidOf = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
