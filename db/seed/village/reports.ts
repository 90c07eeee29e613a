import type { Report } from "./types";

export const reports: readonly Report[] = [
  {
    by: "Priya",
    comment: "hank-names-the-client",
    reason: "private-data",
    words:
      "I am on Hank's side about the money, but that is a man's name and street. Could you take out the second line?",
    days: 3,
  },
  {
    by: "Mireille Quesnel",
    comment: "hank-names-the-client",
    reason: "unkind",
    words: "There may be two people of that name in the valley, and one of them pays.",
    days: 2,
  },
];
