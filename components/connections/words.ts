import type { Outputs } from "#/server/api/types";

export type How = Outputs["connections"]["sent"]["items"][number]["how"];

/** How two people may know each other, as it is asked. */
export const waysToKnow: Record<How, string> = {
  thread: "From a thread here",
  met: "We have met in person",
  work: "We work together, or did",
  introduced: "Somebody introduced us",
  other: "In another way",
};

/** The same, as a quiet fact beside a name. */
export const howInWords: Record<How, string> = {
  thread: "know each other from a thread",
  met: "met in person",
  work: "know each other from work",
  introduced: "were introduced",
  other: "know each other in another way",
};

/** "1 connection", "3 connections". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Characters as people count them: the server counts a note's in the same way. */
export const lengthOf = (text: string): number => Array.from(text).length;
