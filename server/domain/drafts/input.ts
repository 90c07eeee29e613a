import { z } from "zod";

const key = "[0-9a-z]{10}";
const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/**
 * Which form words stand in: `new/…` a new post, `post/…` a post that is changed, `edit/…` a comment (or a part of it)
 * that is changed, `continue/…` one that goes on, a post's key for a comment on it, and that with a comment's key for a
 * reply.
 */
export const place = z
  .string()
  .regex(new RegExp(`^(?:new/${uuid}|(?:post|edit|continue)/${key}(?:/\\d{1,2})?|${key}(?:/${key})?)$`));

const words = z.object({
  source: z.string().max(4_000_000),
  title: z.string().max(4_000).optional(),
  tags: z.string().max(4_000).optional(),
  about: z.string().max(4_000).optional(),
  audience: z.string().max(40).optional(),
  comments: z.string().max(40).optional(),
  closeDays: z.string().max(40).optional(),
});

export const underPost = z.object({ postKey: z.string().regex(new RegExp(`^${key}$`)) });
export const atPlace = z.object({ place });
export const kept = z.object({
  place,
  /** The form's own key, with which the words will be sent. */
  form: z.uuid(),
  words,
  /** How often they had been kept when this device last heard of them; null where it never did. */
  turn: z.int().nullable(),
  /** Seconds since the last key, where they could not be kept at once. */
  age: z.int().min(0).max(100_000_000).default(0),
});
export const ended = z.object({ place, form: z.uuid().optional() });
