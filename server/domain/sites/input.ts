import { z } from "zod";
import { key } from "../posts/input";

export const commentRef = z.object({ key });
export const ofComments = z.object({ keys: z.array(key).max(2000) });
export const inThread = z.object({ postKey: key });
export const handleRef = z.object({ handle: z.string().max(60) });

/** What somebody chose to stand under their comment: nothing, an item of their site, or a post of theirs here. */
export const choice = z
  .string()
  .regex(/^(?:none|site:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|post:[a-z0-9]{1,20})$/i)
  .transform((text) => {
    const [kind, value = ""] = text.split(/:(.*)/s);
    if (kind === "site") return { itemId: value };
    return kind === "post" ? { postKey: value } : null;
  });

export const ways = ["rel-me", "dns", "file"] as const;
export const way = z.object({ by: z.enum(ways) });

/** A host as somebody types it: an address does as well. */
export const host = z.object({
  host: z
    .string()
    .trim()
    .max(300)
    .transform((text) => URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)?.hostname ?? "")
    .transform((text) => text.replace(/^www\./, "").replace(/\.$/, ""))
    .pipe(z.string().min(3, "This is no host; one looks like spam.example")),
});
