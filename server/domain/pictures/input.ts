import { z } from "zod";

/** The last part of a picture's address: its key, its size, and whether it plays. */
export const pictureName = z.object({ name: z.string().max(60) });

/** The most bytes any site may take for one picture: what is sent is held in memory while it is read. */
export const mostBytes = 32_000_000;
