import { z } from "zod";

/** The secret in the address of a private feed, as it was brought. */
export const feedToken = z.object({ token: z.string().max(100) });
