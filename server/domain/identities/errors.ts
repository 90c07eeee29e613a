import { failing, type Reasons } from "../errors";

export const reasons = {
  "not-let-in": "refused",
  suspended: "refused",
  "too-many-tries": "too-soon",
  "too-many-mails": "too-soon",
  "too-many-joined": "too-soon",
  "door-full": "too-soon",
  "not-open": "refused",
  "password-too-plain": "invalid",
  "password-wrong": "invalid",
  "link-gone": "missing",
  "link-not-yours": "refused",
  "owner-is-here": "conflict",
  "no-such-session": "missing",
  "no-such-account": "missing",
  "last-way-in": "conflict",
  "account-of-another": "conflict",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
