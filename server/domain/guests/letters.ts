import type { Words } from "../mails/compose";

/**
 * The letter that asks whether a comment is theirs. Nothing the guest typed is in it: whoever gives another's address
 * cannot write to them through us.
 */
export const confirmLetter = (site: string, post: string, token: string): Words & { subject: string } => ({
  subject: `Is this comment yours? ${site}`,
  paragraphs: [
    `Somebody wrote a comment on “${post}” at ${site} and gave this address as theirs.`,
    "If that was you, please read it once more and confirm it: until then it stands nowhere.",
  ],
  act: { label: "Read and confirm it", path: `/guest/confirm?${new URLSearchParams({ token })}` },
  foot: "The link works for two days. If it was not you, leave it: nothing appears, and nobody is told your address.",
});
