import type { Because } from "#/server/api/types";

import { refusals as articles } from "./articles/refusals";
import { refusals as connections } from "./connections/refusals";
import { refusals as comments } from "./comments/refusals";
import { refusals as door } from "./door/refusals";
import { refusals as drafts } from "./drafts/refusals";
import { refusals as guests } from "./guests/refusals";
import { refusals as identities } from "./identities/refusals";
import { refusals as imports } from "./imports/refusals";
import { refusals as members } from "./members/refusals";
import { refusals as moderation } from "./moderation/refusals";
import { refusals as pictures } from "./pictures/refusals";
import { refusals as posts } from "./posts/refusals";
import { refusals as reactions } from "./reactions/refusals";
import { refusals as search } from "./search/refusals";
import { refusals as subscriptions } from "./subscriptions/refusals";
import { refusals as syndication } from "./syndication/refusals";
import { refusals as sites } from "./sites/refusals";
import { timeTitle } from "./ui/time-words";

export type Refusable = Because;

/** One sentence for every reason the server may give; `{name}` is filled from what the refusal carries. */
export const refusals: Record<Because, string> = {
  ...connections,
  ...members,
  ...identities,
  ...posts,
  ...pictures,
  ...articles,
  ...comments,
  ...guests,
  ...drafts,
  ...sites,
  ...door,
  ...reactions,
  ...moderation,
  ...search,
  ...imports,
  ...syndication,
  ...subscriptions,
  "broken-cursor": "This list cannot go on from there. Please start at its top.",
  "no-such-setting": "There is no setting called {key}.",
  "not-a-value": "{key} does not take this value: {problem}.",
  "only-the-owner": "Only the owner of the site can do this.",
  "sign-in-first": "Please sign in first. What you typed is kept.",
  "moderators-only": "Only moderators can do this.",
  "owners-only": "Only the owner of the site can do this.",
};

/** The sentence for a reason, with its particulars filled in; an instant among them is said as a date and time. */
export const sentenceOf = (because: Because, particulars: Record<string, string | number> = {}): string =>
  refusals[because].replaceAll(/\{(\w+)\}/g, (_, name: string) => inWords(particulars[name] ?? "", name));

/** Seconds as people say them: "40 seconds", "12 minutes", "3 hours". */
function lengthInWords(seconds: number): string {
  const [many, one] =
    seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [seconds / 60, "minute"] : [seconds / 3600, "hour"];
  const whole = Math.ceil(many);
  return `${whole} ${whole === 1 ? one : `${one}s`}`;
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const inWords = (value: string | number, name: string): string => {
  if (typeof value === "number" && (name === "wait" || name === "ago")) return lengthInWords(value);
  if (typeof value === "number") return value.toLocaleString("en");
  return instant.test(value) ? timeTitle(new Date(value)) : value;
};
