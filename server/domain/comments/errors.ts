import { failing, type Reasons } from "../errors";
import { reasons as ofPosts } from "../posts/errors";

export const reasons = {
  "no-such-comment": "missing",
  "not-your-comment": "refused",
  "comment-cannot-be-answered": "refused",
  "comment-too-long": "invalid",
  "comment-empty": "invalid",
  "commenting-too-fast": "too-soon",
  "mentioning-too-fast": "too-soon",
  "said-before": "conflict",
  "author-can-edit": "refused",
  "edit-is-over": "refused",
  "comment-cannot-be-continued": "refused",
  "continuing-is-over": "refused",
  "too-many-parts": "refused",
  "not-your-thread": "refused",
  "comment-cannot-be-pinned": "refused",
  "too-many-pins": "conflict",
  "no-such-part": "missing",
  ...ofPosts,
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
