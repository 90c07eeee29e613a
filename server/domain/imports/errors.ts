import { failing, type Reasons } from "../errors";

export const reasons = {
  "import-not-yours": "refused",
  "import-too-big": "invalid",
  "import-empty": "invalid",
  "import-broken-form": "invalid",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
