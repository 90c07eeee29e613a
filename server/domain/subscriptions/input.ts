import { z } from "zod";
import { key } from "../posts/input";

/** All that is said, what answers oneself, or nothing. */
export const level = z.enum(["everything", "replies", "off"]);

/** A thread by its post, or a branch of it by the comment at its top. */
export const thread = z.object({ postKey: key, commentKey: key.optional() });

/** `standard`: what one's wishes say of threads one chose nothing for. */
export const choice = thread.extend({ level: level.or(z.literal("standard")) });
export const wishes = z.object({ ownPosts: level, whereIWrite: level, byMail: z.boolean() });

/** What stands in the link of a letter. */
export const letterToken = z.object({ token: z.string().max(200) });
