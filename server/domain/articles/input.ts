import { z } from "zod";
import { postRef } from "../posts/input";

export { postRef };

/** An article elsewhere, by its address however it is written. */
export const answersAsked = z.object({ url: z.string().max(2000) });
