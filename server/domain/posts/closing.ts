import type { Post } from "#/db/schema/posts";
import type { Settings } from "../settings/schema";

const day = 24 * 60 * 60 * 1000;

type Ages = Pick<Post, "publishedAt" | "commentsCloseDays">;

/** When the comments of a post close by themselves, or did: by its own days, else by the site's. Null for never. */
export function closesAt({ publishedAt, commentsCloseDays }: Ages, set: Settings): Date | null {
  const days = commentsCloseDays ?? set["comments.close-days"];
  return publishedAt && days > 0 ? new Date(publishedAt.getTime() + days * day) : null;
}

/** Since when they are closed for their age, once that has come. */
export function closedSince(post: Ages & Pick<Post, "commentsClosedAt">, set: Settings, now: Date): Date | null {
  const due = closesAt(post, set);
  return due && due <= now ? (post.commentsClosedAt ?? now) : null;
}
