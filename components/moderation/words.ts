import type { Inputs } from "#/server/api/types";

export type Reason = Inputs["moderation"]["report"]["reason"];

/** Why somebody calls a moderator, as it is chosen from. */
export const reasons: Record<Reason, { label: string; hint: string }> = {
  unkind: { label: "It is unkind", hint: "It goes for a person instead of what they said." },
  "off-topic": { label: "It is off topic", hint: "It belongs somewhere else, or nowhere." },
  spam: { label: "It advertises", hint: "It is here to sell something, or it is the same thing again and again." },
  "private-data": { label: "It tells what is private", hint: "A name, an address, an illness: not theirs to tell." },
  "wrong-person": { label: "It claims to be somebody else", hint: "Whoever wrote it is not who they say." },
  illegal: { label: "It is against the law", hint: "If somebody is in danger, please call for help first." },
  other: { label: "Something else", hint: "Please say what, in your own words." },
};

/** The reason in two or three words, as it stands in the queue. */
export const reasonInShort: Record<string, string> = {
  unkind: "Unkind",
  "off-topic": "Off topic",
  spam: "Advertises",
  "private-data": "Tells what is private",
  "wrong-person": "Claims to be somebody else",
  illegal: "Against the law",
  other: "Something else",
};

/** What was done, in the words before and behind what it was done to. */
const deeds: Record<string, readonly [before: string, behind: string]> = {
  hide: ["hid", ""],
  unhide: ["unhid", ""],
  keep: ["kept", "as it is"],
  approve: ["let", "in"],
  leave: ["left", "out"],
  amend: ["changed", ""],
  suspend: ["suspended", ""],
  restore: ["let", "in again"],
  "change-role": ["changed the role of", ""],
  "change-setting": ["changed a setting", ""],
  import: ["imported", ""],
  "rename-tag": ["renamed a tag", ""],
  "merge-tags": ["merged two tags", ""],
  "undo-tags": ["took back a change of the tag", ""],
  pin: ["pinned", "to the front page"],
  unpin: ["took", "from the front page"],
  "remove-link": ["took the link away from", ""],
  "restore-link": ["gave the link back to", ""],
  "ban-site": ["left out a site", ""],
  "allow-site": ["let in a site", ""],
};

/** An act as two pieces of a sentence, around what it was done to. */
export const deedOf = (act: string): readonly [before: string, behind: string] => deeds[act] ?? [act, ""];

export const roles = { owner: "Owner", moderator: "Moderator", member: "Member" } as const;

export const counted = (many: number, one: string): string => `${many} ${many === 1 ? one : `${one}s`}`;
