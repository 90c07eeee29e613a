import { failing, type Reasons } from "../errors";

export const reasons = {
  "nobody-waits": "missing",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
