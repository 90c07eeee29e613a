import { z } from "zod";

/** The secret in the address of a private feed, as it was brought. */
export const feedToken = z.object({ token: z.string().max(100) });

/** The n-th sitemap of a kind, counted from 1. */
export const sitemapPart = z.object({
  kind: z.enum(["posts", "members", "tags"]),
  part: z.number().int().min(1).max(50_000),
});
