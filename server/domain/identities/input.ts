import { z } from "zod";
import { handle, name } from "../members/input";

/**
 * A mail address as people have them: one plain address, printable ASCII, no quotes, comments or lists, so that nothing
 * in it can mean something else to a mail server. Letters are folded to lower case.
 */
export const mail = z
  .string()
  .max(254, "This mail address is longer than 254 characters")
  .transform((text) => text.replace(/^ +| +$/g, "").toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^(?=.{3,254}$)(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/^_`{|}~-]+(\.[a-z0-9!#$%&'*+/^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/,
        "This does not look like a mail address; one looks like name@example.org",
      ),
  );

/** A new password: at least 10 characters. What it must not be is the command's concern. */
export const newPassword = z
  .string()
  .min(10, "A password has at least 10 characters; a few words in a row are easy to keep")
  .max(1000, "A password has at most 1,000 characters");

/** A password somebody claims to have. */
export const password = z.string().max(1000);

/** Where to go on after the door. Only paths of this site count; the screen sees to that. */
const to = z.string().max(2000).default("/");

const token = z.string().max(200);

export const join = z.object({ name, handle, mail, password: newPassword });
export const first = join.extend({
  token,
  title: z.string().trim().min(1, "Please give the site a name").max(60, "At most 60 characters"),
});
export const entry = z.object({ who: z.string().trim().min(1, "Your handle or your mail address").max(254), password });
export const linkAsked = z.object({ mail, to });
export const linkShown = z.object({ token });
export const passwordChange = z.object({ old: password.default(""), password: newPassword });
export const mailChange = z.object({ mail, password: password.default("") });
export const sessionRef = z.object({ sessionId: z.uuid() });
export const accountRef = z.object({ accountId: z.uuid() });

/** Said before the village goes for good, so that nothing without a will of its own can send it away. */
export const farewell = z.strictObject({ goodbye: z.literal("village") });
