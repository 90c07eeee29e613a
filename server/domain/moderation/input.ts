import { z } from "zod";
import { changedComment, mostReason } from "../comments/input";
import { tagSlug } from "../posts/input";

/** Why somebody calls a moderator. */
export const reportReasons = [
  "off-topic",
  "unkind",
  "spam",
  "private-data",
  "wrong-person",
  "illegal",
  "other",
] as const;

/** The most characters of a report's own words. The table holds the same. */
export const mostWords = 500;
export { mostReason };

const key = z.string().regex(/^[0-9a-z]{10}$/, "This is not the address of anything here.");
const lengthOf = (text: string) => Array.from(text).length;
const words = (most: number, tooLong: string) =>
  z
    .string()
    .max(20_000, tooLong)
    .transform((text) => text.replaceAll("\r\n", "\n").replaceAll("\0", "").trim())
    .refine((text) => lengthOf(text) <= most, tooLong);

/** One post or one comment, by the key in its address. */
export const thing = z.union([z.strictObject({ comment: key }), z.strictObject({ post: key })]);
export const thingRef = z.object({ thing });
export const postRef = z.object({ post: key });
export const commentRef = z.object({ comment: key });

export const newReport = z.object({
  thing,
  reason: z.enum(reportReasons, "Please choose what is wrong"),
  words: words(mostWords, "At most 500 characters here").default(""),
});

export const hiding = z.object({
  thing,
  rule: z.string("Please choose the rule").min(1, "Please choose the rule").max(30),
  reason: words(mostReason, "At most 1,000 characters here").refine(
    (text) => text !== "",
    "Please write why; the author will read it",
  ),
});

/** Other words for a comment that is too old for its author to change; why stands in the log. */
export const amending = changedComment.omit({ begun: true, key: true }).extend({
  comment: key,
  reason: words(mostReason, "At most 1,000 characters here").refine(
    (text) => text !== "",
    "Please write why; it stands in the log",
  ),
  /** Whether all that it said before is its author's and the moderators' alone from now on. */
  keepBack: z.boolean().default(false),
});

export const unhiding = z.object({
  thing,
  /** Takes a hiding back as if it had not been: the reports it answered are open again. */
  undo: z.boolean().default(false),
});

export const keeping = z.object({ thing, reason: words(mostReason, "At most 1,000 characters here").default("") });

export const search = z.object({
  words: z.string().trim().max(80).default(""),
  role: z.enum(["owner", "moderator", "member"]).optional(),
  suspended: z.boolean().default(false),
});

export const handleRef = z.object({ handle: z.string().max(60) });

/** A tag by its address, and the name it is to have. */
export const tagRename = z.object({ slug: tagSlug, name: z.string().trim().max(1000) });
/** A tag by its address, and the name of the one it becomes part of. */
export const tagMerge = z.object({ slug: tagSlug, into: z.string().trim().max(1000) });
/** A change of tags, by its id. */
export const tagChange = z.object({ id: z.uuid() });
