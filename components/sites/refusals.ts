import type { reasons } from "#/server/domain/sites/errors";

export const refusals: Record<keyof typeof reasons, string> = {
  "no-site": "You have not named a site of your own yet.",
  "no-such-latest-post": "This is not one of your latest posts any more. Please choose again; your words are kept.",
  "no-such-line": "There is no such line under a comment, or it is not for you to see.",
  "already-removed": "The line was taken away already.",
  "not-removed": "The line stands there already.",
  "site-banned": "The moderators here show nothing of this site.",
  "looking-too-fast": "You have asked for many addresses. Please wait {wait}.",
  "not-proven": "The proof was not found there. Give it a few minutes if you have only just put it in place.",
  "no-such-host": "Nothing of this name is left out.",
};
