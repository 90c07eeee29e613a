import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-such-member": "missing",
  "handle-taken": "conflict",
  "handle-kept": "invalid",
  "handle-too-soon": "too-soon",
  "mail-taken": "conflict",
  "not-yourself": "refused",
  "not-your-rank": "refused",
  "already-suspended": "conflict",
  "not-suspended": "conflict",
  "last-owner": "conflict",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
