import { createHash } from "node:crypto";
import type { WxrComment, WxrItem } from "../wxr/things";

/** Sixteen characters that stand for some words: the name of a thing that the file gives no number, or one twice. */
const mark = (...words: (string | null)[]) =>
  createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 16);

/** The name, or with its mark behind it when something else in the file has that name already; null for the same again. */
function unused(name: string | null, marked: string, seen: Set<string>): string | null {
  const free = [name, `${name ?? ""}~${marked}`].find((one) => one !== null && !seen.has(one));
  if (free) seen.add(free);
  return free ?? null;
}

/** What a post is called across two exports of one site. Null when the file brings the very same item twice. */
export const nameOfItem = ({ id, link, slug, title, content }: WxrItem, seen: Set<string>): string | null =>
  unused(id, mark(link, slug, title, content), seen);

/** The same for a comment, below the name of its post. */
export const nameOfComment = (post: string, comment: WxrComment, seen: Set<string>): string | null => {
  const { id, authorName, at, content } = comment;
  return unused(id === null ? null : `${post}/${id}`, mark(post, authorName, at?.toISOString() ?? null, content), seen);
};
