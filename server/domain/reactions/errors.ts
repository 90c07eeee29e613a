import { reasons as ofComments } from "../comments/errors";
import { failing, type Reasons } from "../errors";

export const reasons = {
  "reactions-off": "refused",
  "reacting-to-oneself": "refused",
  "no-reaction-to-hidden": "refused",
  "not-yours-to-see": "refused",
  "suspended-cannot-react": "refused",
  "reacting-too-fast": "too-soon",
  ...ofComments,
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
