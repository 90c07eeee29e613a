import { type Complaint, failing, type Particulars, type Reasons } from "../errors";

export const reasons = {
  "no-such-post": "missing",
  "no-such-tag": "missing",
  "tag-exists": "conflict",
  "same-tag": "invalid",
  "tag-changed-since": "conflict",
  "not-your-post": "refused",
  "post-hidden": "refused",
  "post-too-long": "invalid",
  "post-empty": "invalid",
  "title-needed": "invalid",
  "title-too-long": "invalid",
  "tag-length": "invalid",
  "no-such-version": "missing",
  "this-version-stands": "refused",
  "editing-too-fast": "too-soon",
  "several-mistakes": "invalid",
  "too-many-tags": "invalid",
  "too-many-drafts": "refused",
  "already-published": "conflict",
  "no-such-time": "invalid",
  "plan-in-the-past": "invalid",
  "plan-too-far": "invalid",
  "too-many-planned": "refused",
  "too-many-planned-then": "refused",
  "nothing-planned": "conflict",
  "nothing-to-undo": "conflict",
  "undo-is-over": "refused",
  "too-many-mentions": "invalid",
  "text-too-complex": "invalid",
  "posting-too-fast": "too-soon",
  "previewing-too-fast": "too-soon",
  "comments-closed": "refused",
  "connections-comment": "refused",
  "not-an-article": "invalid",
  "not-published": "refused",
  "members-comment": "refused",
} as const satisfies Reasons;

export type Reason = keyof typeof reasons;

export const fail: (because: Reason, particulars?: Particulars, complaints?: readonly Complaint[]) => never =
  failing(reasons);
