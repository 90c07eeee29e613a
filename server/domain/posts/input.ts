import { z } from "zod";

const lengthOf = (text: string) => Array.from(text).length;

export const audience = z.enum(["everyone", "members", "connections", "me"]);
export const commentState = z.enum(["open", "members", "connections", "closed"]);

/** The ten characters of an address. */
export const key = z.string().regex(/^[0-9a-z]{10}$/, "This is not the address of anything here.");
export const postRef = z.object({ key });

export const handle = z.string().trim().toLowerCase().min(1).max(60);
export const tagSlug = z.string().trim().toLowerCase().min(1).max(80);

const tag = z
  .string()
  .trim()
  .refine((text) => lengthOf(text) >= 2 && lengthOf(text) <= 40, "A tag has 2 to 40 characters.");

/** The words are counted by the command, so that a refusal can say by how many they are too long. */
const words = z.object({
  title: z
    .string()
    .trim()
    .refine((text) => lengthOf(text) <= 200, "A title has at most 200 characters."),
  source: z.string().max(4_000_000),
  tags: z.array(tag).max(200).default([]),
  audience: audience.default("everyone"),
  comments: commentState.default("open"),
});

export const newPost = words.extend({
  publish: z.boolean().default(false),
  /** The form's own key: the same form sent twice makes one post. */
  once: z.uuid().optional(),
});
export const changedPost = words.extend({ key, publish: z.boolean().default(false) });
export const previewed = z.object({ source: z.string().max(4_000_000) });

/** A path on the site a post came from, with its query. */
export const legacyPath = z.object({ path: z.string().min(1).max(2000) });
