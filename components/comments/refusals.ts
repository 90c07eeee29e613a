import type { reasons } from "#/server/domain/comments/errors";
import { refusals as posts } from "../posts/refusals";

export const refusals: Record<keyof typeof reasons, string> = {
  ...posts,
  "no-such-comment": "There is no such comment, or it is not for you to see.",
  "not-your-comment": "Only its author can do this.",
  "comment-cannot-be-answered": "This comment cannot be answered.",
  "comment-too-long": "This is {over} over the {most} characters there is room for. Nothing you typed is lost.",
  "comment-empty": "There are no words in it yet.",
  "commenting-too-fast": "You have said a lot just now. Please wait {seconds} seconds. Your text is kept.",
};
