import { failing, type Reasons } from "../errors";

export const reasons = {
  "no-such-post": "missing",
  "no-such-tag": "missing",
  "not-your-post": "refused",
  "post-hidden": "refused",
  "post-too-long": "invalid",
  "post-empty": "invalid",
  "title-needed": "invalid",
  "too-many-tags": "invalid",
  "too-many-drafts": "refused",
  "already-published": "conflict",
  "nothing-to-undo": "conflict",
  "undo-is-over": "refused",
  "text-too-complex": "invalid",
  "posting-too-fast": "too-soon",
  "previewing-too-fast": "too-soon",
  "comments-closed": "refused",
  "connections-comment": "refused",
  "not-published": "refused",
  "members-comment": "refused",
} as const satisfies Reasons;

export const fail: (because: keyof typeof reasons, particulars?: Record<string, string | number>) => never =
  failing(reasons);
