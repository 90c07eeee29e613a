import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-such-picture": "missing",
  "pictures-off": "refused",
  "pictures-members-only": "refused",
  "picture-empty": "invalid",
  "picture-too-big": "invalid",
  "picture-too-many-pixels": "invalid",
  "not-a-picture": "invalid",
  "picture-broken": "invalid",
  "picture-broken-form": "invalid",
  "pictures-no-room": "refused",
  "pictures-too-fast": "too-soon",
  "pictures-busy": "too-soon",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
