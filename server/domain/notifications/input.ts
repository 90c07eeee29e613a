import { z } from "zod";

export const notificationRef = z.object({ id: z.uuid() });

/** An instant as the list gave it: over the wire it is text. No list of ours reaches further than the table does. */
const at = z
  .union([z.date(), z.iso.datetime().transform((text) => new Date(text))])
  .pipe(z.date().min(new Date(0)).max(new Date("9999-12-31T23:59:59.999Z")));
export const upTo = z.object({ upTo: at.optional() });
