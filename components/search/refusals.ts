import type { reasons } from "#/server/domain/search/errors";

type Own = Exclude<keyof typeof reasons, "broken-cursor">;

export const refusals: Record<Own, string> = {
  "search-too-long": "This is {over} over the {most} characters a search may have. Fewer words find more.",
  "search-too-many-words": "A search takes at most {most} words. Fewer words find more.",
  "search-bad-date": "A date is a year, a month or a day: 2026, 2026-05 or 2026-05-17.",
  "search-bad-address": "This is not the address of an article. One begins with https://",
  "search-only-common-words":
    "These words stand in nearly every sentence, so they are not looked for. Please add one that says more.",
  "search-only-without": "This says only what to leave out. Please say also what to look for.",
  "search-needs-a-member": "Please sign in to search among your own words or your network.",
  "searching-too-fast": "You have searched a lot in the last minute. Please wait {seconds} seconds.",
  "search-took-too-long":
    "There is too much to look through for this. Please say more exactly what you look for: another word, an author, a year.",
};
