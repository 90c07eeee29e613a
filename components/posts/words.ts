import type { Outputs } from "#/server/api/types";

type Post = Outputs["posts"]["byKey"];

/** Who can read a post, in plain words. */
export const audienceWords: Record<Post["audience"], string> = {
  everyone: "Everyone can read this",
  members: "Members can read this",
  connections: "Only the author's network can read this",
  me: "Only its author can read this",
};

/** Who can answer a post, in plain words. */
export const answerWords: Record<Post["comments"], string> = {
  open: "Everybody who has a place here can answer.",
  members: "Members can answer.",
  connections: "Only people in the author's network can answer; the author chose that.",
  closed: "The author has closed the comments. What was said stays.",
};
