import { failing, type Particulars, type Reasons } from "../errors";

export const reasons = {
  "already-answered": "conflict",
  "ask-again-later": "too-soon",
  "asked-enough": "refused",
  "asking-is-off": "refused",
  "blocked-by-you": "conflict",
  "cannot-be-asked-now": "refused",
  "has-no-way-in": "refused",
  "network-full": "refused",
  "no-such-member": "missing",
  "no-such-request": "missing",
  "not-asked-of-you": "refused",
  "not-your-request": "refused",
  "note-needed": "invalid",
  "nothing-to-take-back": "conflict",
  "suspended-cannot-connect": "refused",
  "that-is-you": "invalid",
  "their-network-full": "refused",
  "too-many-open": "too-soon",
  "too-many-today": "too-soon",
} as const satisfies Reasons;

export type Because = keyof typeof reasons;

export const fail: (because: Because, particulars?: Particulars) => never = failing(reasons);
