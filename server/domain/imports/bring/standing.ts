import type { WxrItem } from "../wxr/things";
import { type Outcome, type Remark, remark } from "./outcome";

/** Who may read a post that comes in, and when it was published; null where it stays out. */
export type Standing = { publishedAt: Date | null; audience: "everyone" | "me" } | null;

const asDrafts: Record<string, Remark> = { draft: "draft", pending: "draft", "auto-draft": "draft", future: "future" };

/**
 * What an item's status means here. Only what everybody could read in its old place is for everybody; what nobody knows
 * is a draft, which is for its author alone.
 * @param outcome where to remark on it; null for a post that came in before
 */
export function standingOf(
  { status, hasPassword, publishedAt, modifiedAt }: WxrItem,
  now: Date,
  outcome: Outcome | null,
): Standing {
  const note = (what: Remark) => outcome && remark(outcome, what);
  if (status === "trash") return null;
  if (status !== "publish" && status !== "private") {
    note(asDrafts[status ?? ""] ?? "draft");
    return { publishedAt: null, audience: hasPassword ? "me" : "everyone" };
  }
  const at = publishedAt ?? modifiedAt ?? now;
  if (!publishedAt) note("undated");
  if (status === "private") note("private");
  else if (hasPassword) note("password");
  return { publishedAt: at, audience: status === "private" || hasPassword ? "me" : "everyone" };
}
