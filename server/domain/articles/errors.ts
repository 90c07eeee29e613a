import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-such-article": "missing",
  "no-article-here": "conflict",
  "not-an-address": "invalid",
  "articles-too-fast": "too-soon",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
