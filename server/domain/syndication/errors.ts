import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-such-feed": "missing",
  "no-feed-to-end": "conflict",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
