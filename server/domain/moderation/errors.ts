import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-such-thing": "missing",
  "no-such-rule": "invalid",
  "your-own-words": "refused",
  "already-hidden": "conflict",
  "not-hidden": "conflict",
  "nothing-waits": "conflict",
  "not-held": "conflict",
  "reporting-too-fast": "too-soon",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
