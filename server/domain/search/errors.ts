import { reasons as ofLists } from "../cursor";
import { failing, type Reasons } from "../errors";

export const reasons = {
  "search-too-long": "invalid",
  "search-too-many-words": "invalid",
  "search-bad-date": "invalid",
  "search-bad-address": "invalid",
  "search-only-common-words": "invalid",
  "search-only-without": "invalid",
  "search-needs-a-member": "refused",
  "searching-too-fast": "too-soon",
  "search-took-too-long": "too-soon",
  ...ofLists,
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
