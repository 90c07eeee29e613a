import type { reasons } from "#/server/domain/reactions/errors";
import { refusals as comments } from "../comments/refusals";

export const refusals: Record<keyof typeof reasons, string> = {
  ...comments,
  "reactions-off": "This site has no reactions.",
  "reacting-to-oneself": "You wrote this yourself. How it was received is for the others to say.",
  "no-reaction-to-hidden": "What a moderator has hidden takes no reactions.",
  "not-yours-to-see": "Only its author sees who it was.",
  "suspended-cannot-react": "While you are suspended you cannot react.",
  "reacting-too-fast": "That was a lot at once. Please wait {seconds} seconds.",
};
