import { reasons as ofComments } from "../comments/errors";
import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-guests": "refused",
  "guests-too-fast": "too-soon",
  "guest-too-quick": "too-soon",
  "guest-link-gone": "missing",
  "nothing-to-claim": "missing",
  ...ofComments,
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
