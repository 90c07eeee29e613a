import { randomUUID } from "node:crypto";

/** What marks one printed form: a key of its own, and when it was shown, in milliseconds since 1970. */
export const freshForm = () => ({ once: randomUUID(), shown: String(Date.now()) });
