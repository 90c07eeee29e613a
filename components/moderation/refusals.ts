import type { reasons } from "#/server/domain/moderation/errors";

/** What moderation says when it says no. */
export const refusals: Record<keyof typeof reasons, string> = {
  "no-such-thing": "There is nothing here that you could read or judge. It may be gone.",
  "no-such-rule": "Please choose one of the house rules.",
  "your-own-words": "These are your own words. Somebody else has to judge them.",
  "already-hidden": "This is hidden already.",
  "not-hidden": "This is not hidden, so there is nothing to unhide.",
  "nothing-waits": "No report waits here any more. Somebody has answered it.",
  "not-held": "This comment does not wait for anybody any more.",
  "reporting-too-fast": "You have reported a great deal in this hour. Please try again in {minutes} minutes.",
};
