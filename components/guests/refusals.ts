import type { reasons } from "#/server/domain/guests/errors";
import { refusals as comments } from "../comments/refusals";

export const refusals: Record<keyof typeof reasons, string> = {
  ...comments,
  "no-guests": "This site takes comments from members only. What you typed is kept.",
  "guests-too-fast": "A lot was said from where you are. You can go on in {wait}. Your text is kept.",
  "guest-too-quick": "That was quicker than people are. If you are one, please press the button once more.",
  "guest-link-gone": "This link does not work any more: it was used, or its two days are over.",
  "nothing-to-claim": "There is nothing here that you wrote as a guest under your mail address.",
};
