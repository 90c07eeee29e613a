import { z } from "zod";
import { newComment } from "../comments/input";
import { mail } from "../identities/input";
import { name, site } from "../members/input";

export const guestComment = newComment.extend({
  name,
  mail,
  site,
  /** A field no person sees: whoever fills it in is a program. */
  trap: z.string().max(10_000).default(""),
  /** When the form was shown, in milliseconds since 1970, as the form says. */
  shown: z.number().int().optional(),
  /** What a browser was given when it confirmed an address before. */
  proof: z.string().max(300).optional(),
});
export const letterRef = z.object({ token: z.string().max(200) });
