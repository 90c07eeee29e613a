import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-such-setting": "missing",
  "not-a-value": "invalid",
  "only-the-owner": "refused",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
