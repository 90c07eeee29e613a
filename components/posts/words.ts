import type { Outputs } from "#/server/api/types";

type Post = Outputs["posts"]["byKey"];

/** Who can read a post, in plain words. */
export const audienceWords: Record<Post["audience"], string> = {
  everyone: "Everyone can read this",
  members: "Members can read this",
  connections: "Only the author's network can read this",
  me: "Only its author can read this",
};

/** Why nobody, or not everybody, can comment; null where every member can. */
export const commentsWords: Record<Post["comments"], string | null> = {
  open: null,
  members: null,
  connections: "Only people in the author's network can comment here.",
  closed: "Comments on this post are closed. What was said stays.",
};
