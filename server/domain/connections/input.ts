import { z } from "zod";

/** The fewest characters of a note between two who share nothing yet. */
export const leastNote = 20;
/** The most characters of a note. The table holds the same. */
export const mostNote = 500;
/** The most requests that are answered with one press. */
export const mostAtOnce = 50;

export const ways = ["thread", "met", "work", "introduced", "other"] as const;

/** A member, by handle or by id. */
export const person = z.union([
  z.object({ handle: z.string().trim().toLowerCase().min(1).max(30) }),
  z.object({ memberId: z.uuid() }),
]);

/** Characters as people and the database count them: code points. */
export const lengthOf = (text: string): number => Array.from(text).length;
const linksIn = (text: string) => text.match(/\b(?:https?:\/\/|www\.)\S+/gi)?.length ?? 0;

/** The words sent with a request: plain text, one link at most, shown as text. */
export const note = z
  .string()
  .max(5_000, "A note has at most 500 characters")
  .transform((text) => text.replaceAll("\r\n", "\n").replaceAll("\u0000", "").trim())
  .refine((text) => lengthOf(text) <= mostNote, "A note has at most 500 characters")
  .refine((text) => linksIn(text) <= 1, "A note may hold one link; the rest can wait until you are connected");

export const newRequest = z.object({
  to: person,
  note: note.default(""),
  how: z.string().pipe(z.enum(ways, "Please say how you know each other")),
});

export const requestRef = z.object({ requestId: z.uuid() });
export const refusal = requestRef.extend({
  because: z
    .string()
    .pipe(z.enum(["unknown", "not-now", "spam"]))
    .optional(),
});
export const answers = z.object({
  requestIds: z.array(z.uuid()).min(1, "Choose at least one request").max(mostAtOnce, "At most 50 at once"),
  answer: z.enum(["accept", "decline"]),
});
export const aPerson = z.object({ person });
export const muting = z.object({ person, days: z.number().int().min(1).max(365).optional() });
