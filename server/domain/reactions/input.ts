import { z } from "zod";
import { key } from "../posts/input";

/** What a reaction can say. There is none against anybody. */
export const kinds = ["thanks", "agree", "think"] as const;
export type Kind = (typeof kinds)[number];

/** One post or one comment, by the key in its address. */
export const thing = z.union([z.strictObject({ comment: key }), z.strictObject({ post: key })]);
export type ThingRef = z.infer<typeof thing>;
export const thingRef = z.object({ thing });
export const reaction = z.object({ thing, kind: z.enum(kinds, "Please choose one of the three") });

/** All comments of one page of a thread: fifty branches of thirty-one comments at the most. */
export const ofComments = z.object({ keys: z.array(key).max(2000) });
export const ofPost = z.object({ key });
