import type { reasons } from "#/server/domain/syndication/errors";

export const refusals: Record<keyof typeof reasons, string> = {
  "no-such-feed": "There is no feed at this address any more. Its member can make a new one in the settings.",
  "no-feed-to-end": "Your private feeds have ended already.",
};
