import { z } from "zod";
import { key } from "../posts/input";

/** How far somebody has read: the instant their page was made, in milliseconds. */
export const readSoFar = z.object({ postKey: key, until: z.int().min(0).max(253_402_300_799_999) });
