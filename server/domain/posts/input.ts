import { z } from "zod";

export const audience = z.enum(["everyone", "members", "connections", "me"]);
export const commentState = z.enum(["open", "members", "connections", "closed"]);

/** The ten characters of an address. */
export const key = z.string().regex(/^[0-9a-z]{10}$/, "This is not the address of anything here.");
export const postRef = z.object({ key });

export const handle = z.string().trim().toLowerCase().min(1).max(60);
export const tagSlug = z.string().trim().toLowerCase().min(1).max(80);

/** Everything is counted by the command, so that a refusal can say all that is wrong, and by how much, at once. */
const words = z.object({
  title: z.string().trim().max(10_000),
  source: z.string().max(4_000_000),
  tags: z.array(z.string().trim().max(1000)).max(200).default([]),
  audience: audience.default("everyone"),
  comments: commentState.default("open"),
  /** Days after publishing at which the comments close by themselves: 0 for never, null for as the site has it. */
  closeDays: z.number().int().min(0).max(3650).nullable().optional(),
  /** The address of an article elsewhere that it answers; empty for none. Absent, it stays as it is. */
  about: z.string().trim().max(2000, "An address has at most 2,000 characters.").optional(),
});

const intent = {
  publish: z.boolean().default(false),
  /** A draft that must be complete already, because it is to be planned next. */
  ready: z.boolean().default(false),
};

export const newPost = words.extend({
  ...intent,
  /** The form's own key: the same form sent twice makes one post. */
  once: z.uuid().optional(),
});
export const changedPost = words.extend({ ...intent, key });

/** The list a post is pinned to: everybody's, or that of its author. */
export type PinPlace = "front" | "author";

/** A version of a post, by its number from 1 on. */
export const versionRef = z.object({ key, nth: z.number().int().min(1).max(1_000_000) });

/** When a post is to be published: what a wall clock in a zone will show, to the minute. */
export const plan = z.object({
  key,
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/, "Please say the day and the time."),
  zone: z.string().max(60),
});

export const previewed = z.object({
  source: z.string().max(4_000_000),
  /** What the words are for: headings begin where the page around them leaves off. */
  room: z.enum(["post", "comment"]).default("post"),
});

/** A path on the site a post came from, with its query. */
export const legacyPath = z.object({ path: z.string().min(1).max(2000) });
