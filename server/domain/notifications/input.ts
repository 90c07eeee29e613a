import { z } from "zod";

export const notificationRef = z.object({ id: z.uuid() });
export const upTo = z.object({ upTo: z.coerce.date().optional() });
