import type { FormAnswer } from "../client/form-answer";

/** The forms that are carried by a script: the same that Server Actions answer where none runs. */
export type Door = "comment" | "edit-comment" | "continue" | "write" | "edit-post";

type Carry = (door: Door, place: string, form: FormData) => Promise<FormAnswer>;

let ready: Carry | null = null;

/** Says that what carries forms is here: it comes when somebody begins to write, before the connection may go. */
export function carryBy(carry: Carry): void {
  ready = carry;
}

/** Brings such a form to the server. */
export const carriedBy =
  (door: Door, place: string) =>
  async (form: FormData): Promise<FormAnswer> =>
    (ready ?? (await import("./carry")).carry)(door, place, form);
