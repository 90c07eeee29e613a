import type { reasons } from "#/server/domain/drafts/errors";

export const refusals: Record<keyof typeof reasons, string> = {
  "no-such-draft": "There is no such draft any more.",
  "draft-too-long": "This is more than {most} characters, so it is kept on this device only.",
  "too-much-unsent": "You have {most} drafts. Send or delete one before you begin another.",
  "keeping-too-fast": "This is kept on this device; the next time it is kept here as well is in {seconds} seconds.",
};
