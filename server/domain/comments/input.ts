import { z } from "zod";
import { key } from "../posts/input";

export { key };
export const commentRef = z.object({ key });

/** The words are counted by the command, so that a refusal can say by how many they are too long. */
const source = z.string().max(4_000_000);

export const newComment = z.object({
  postKey: key,
  /** The comment this one answers; without it the post is answered. */
  parentKey: key.optional(),
  source,
  /** The form's own key: the same form sent twice makes one comment. */
  once: z.uuid().optional(),
});
const part = z.number().int().min(1).max(1000).default(1);
/** The letters behind an `@`, and the post whose people come first. */
export const whomToMention = z.object({ postKey: key.optional(), text: z.string().max(60).default("") });
export const changedComment = z.object({
  key,
  /** Which of its parts, from 1 on. */
  part,
  source,
  /** What `toEdit` gave along: a change that was begun in time may be saved later. */
  begun: z.string().max(200).optional(),
});
/** The most characters of the reason a moderator gives when they change one. */
export const mostReason = 1000;
export const commentToChange = z.object({ key, part });
export const continuedComment = z.object({ key, source, once: z.uuid().optional() });

export const order = z.enum(["oldest", "newest", "discussed", "unread"]);
export type Order = z.infer<typeof order>;

const cursor = z.string().max(200).optional();
export const thread = z.object({ postKey: key, order: order.default("oldest"), cursor });
export const inContext = z.object({ key, cursor });
export const ofPost = z.object({ postKey: key });
/** An instant in milliseconds, as a page was told it. */
const instant = z.int().min(0).max(253_402_300_799_999);
export const arrived = z.object({ postKey: key, since: instant });
export const some = z.object({ postKey: key, keys: z.array(key).max(100) });
export const counted = z.object({ postIds: z.array(z.uuid()).max(100) });
export const latest = z.object({ limit: z.number().int().min(1).max(100).default(30), postKey: key.optional() });
