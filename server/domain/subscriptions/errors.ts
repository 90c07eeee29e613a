import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-such-post": "missing",
  "no-such-comment": "missing",
  "no-such-letter": "missing",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
