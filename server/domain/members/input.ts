import { z } from "zod";

/** Controls, invisible characters and those that turn the direction of writing: nobody should hide or mirror a name. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\u{e0000}-\u{e0fff}]/u;
/** What joins letters in some scripts and emoji, and is therefore allowed inside a name. */
const joiners =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d](?=[\p{L}\p{M}\p{Extended_Pictographic}])/gu;

/** An address, or `name@keywords` as search engines were once fed: neither is what somebody is called. */
const advertises = /:\/\/|\bwww\.|[@＠﹫]|\w\.(?:com|net|org|info|biz|shop|store|online|site|xyz|club|top|win|vip)\b/i;

/** A handle as it is typed: 3 to 30 of a-z, 0-9, `_` and `-`; capitals are folded. Words kept for the house are the command's concern. */
export const handle = z
  .string()
  .transform((text) => text.replace(/^[ \t]+|[ \t]+$/g, "").toLowerCase())
  .pipe(
    z
      .string()
      .min(3, "A handle has at least 3 characters")
      .max(30, "A handle has at most 30 characters")
      .regex(/^[a-z0-9_-]+$/, "A handle is made of the letters a to z, digits, _ and -")
      .regex(/^[a-z0-9].*[a-z0-9]$/, "A handle begins and ends with a letter or a digit"),
  );

/** A name as people write it: 1 to 80 characters of any script, on one line, composed (NFC). */
export const name = z
  .string()
  .max(400, "A name has at most 80 characters")
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(1, "Please write the name people shall know you by")
      .refine((text) => [...text].length <= 80, "A name has at most 80 characters")
      .refine(
        (text) => !unseen.test(text.replaceAll(joiners, "")),
        "This name has characters in it that nobody can see",
      )
      .refine((text) => /[\p{L}\p{N}\p{So}]/u.test(text), "A name has at least one letter in it")
      .refine(
        (text) => !advertises.test(text),
        "A name is not an address and carries no @words: say what people call you",
      ),
  );

/** A few words about oneself, in Markdown: at most 2,000 characters. */
export const bio = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").replaceAll("\0", "").trim())
  .pipe(z.string().max(2000, "At most 2,000 characters about yourself"));

/** The address of one's own site, or nothing. A bare domain is taken as https. */
export const site = z
  .string()
  .trim()
  .max(300, "This address is longer than 300 characters")
  .transform((text) => (text === "" ? null : /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .pipe(
    z
      .url({
        protocol: /^https?$/,
        hostname: z.regexes.domain,
        error: "This does not look like an address; one looks like https://you.example",
      })
      .refine((text) => !/[\s@\\]/.test(text), "This does not look like an address; one looks like https://you.example")
      .nullable(),
  );

export const role = z.enum(["owner", "moderator", "member"]);

export const profile = z.object({ name, bio, site });
export const place = z.object({ name, handle });
export const keysSwitch = z.object({ on: z.boolean() });
export const memberRef = z.object({ memberId: z.uuid() });
export const handleRef = z.object({ handle: z.string().max(60) });
export const suspension = memberRef.extend({
  reason: z.string().trim().min(1, "Please write why; the member will read it").max(1000, "At most 1,000 characters"),
});
export const roleChange = memberRef.extend({ role });
