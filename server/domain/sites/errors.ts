import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-site": "missing",
  "no-such-latest-post": "invalid",
  "no-such-line": "missing",
  "already-removed": "conflict",
  "not-removed": "conflict",
  "site-banned": "refused",
  "looking-too-fast": "too-soon",
  "not-proven": "conflict",
  "no-such-host": "invalid",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
