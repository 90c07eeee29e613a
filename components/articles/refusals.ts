import type { reasons } from "#/server/domain/articles/errors";

export const refusals: Record<keyof typeof reasons, string> = {
  "no-such-article": "There is no such article here, or it is not for you to ask it again.",
  "no-article-here": "This post answers no article.",
  "not-an-address": "This is not the address of an article. It should look like https://example.org/an-article.",
  "articles-too-fast": "You have had many addresses read in the last hour. Please wait {wait}.",
};
