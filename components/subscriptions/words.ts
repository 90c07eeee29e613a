import type { Outputs } from "#/server/api/types";

type Standing = Outputs["subscriptions"]["of"]["otherwise"];

/** What one is told of, said in a few words. */
export const standingWords: Record<Standing, string> = {
  everything: "everything",
  replies: "replies to me",
  off: "nothing",
  none: "nothing",
};

export const levels = ["everything", "replies", "off"] as const;
