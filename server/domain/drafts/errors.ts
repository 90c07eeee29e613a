import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-such-draft": "missing",
  "draft-too-long": "invalid",
  "too-much-unsent": "refused",
  "keeping-too-fast": "too-soon",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
