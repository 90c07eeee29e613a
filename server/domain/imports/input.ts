import { z } from "zod";

/** An address on the site a post came from: path and query, as a browser asks for it. */
export const oldAddress = z.object({ path: z.string().min(1).max(4000) });

/** Bytes one upload may bring. */
export const mostBytes = 1024 * 1024 * 1024;
