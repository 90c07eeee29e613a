import type { reasons } from "#/server/domain/subscriptions/errors";

type Own = Exclude<keyof typeof reasons, "no-such-post" | "no-such-comment">;

export const refusals: Record<Own, string> = {
  "no-such-letter": "This link ends nothing: it is not whole, or what it was about is gone.",
};
