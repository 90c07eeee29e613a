import type { Words } from "../mails/compose";

/** What each letter of the door says. */
export const letters = {
  enter: (site: string, token: string, to: string): Words & { subject: string } => ({
    subject: `Your link into ${site}`,
    paragraphs: [`Here is your link into ${site}. It works once, for 15 minutes.`],
    act: { label: "Come in", path: `/enter/mail?${new URLSearchParams({ token, to })}` },
    foot: "Somebody asked for this with your address. If it was not you, leave it: without the link nobody gets in.",
  }),
  prove: (site: string, handle: string, token: string): Words & { subject: string } => ({
    subject: `Is this your address? ${site}`,
    paragraphs: [`@${handle} on ${site} gave this address as theirs. If that is you, please say so.`],
    act: { label: "Yes, this is my address", path: `/settings/mail?${new URLSearchParams({ token })}` },
    foot: "The link works for a day. If this was not you, leave it, and you will hear no more of it.",
  }),
  moved: (site: string, handle: string, to: string): Words & { subject: string } => ({
    subject: `Your mail address on ${site} has changed`,
    paragraphs: [`@${handle} on ${site} now uses ${to}. Letters no longer come here.`],
    foot: "If this was not you, answer to the owner of the site at once.",
  }),
  password: (site: string, handle: string): Words & { subject: string } => ({
    subject: `Your password on ${site} has changed`,
    paragraphs: [`@${handle} on ${site} has a new password, and everybody else who was signed in as you is out.`],
    act: { label: "That was not me: let me in by a link", path: "/enter/link" },
    foot: "If it was you, all is well.",
  }),
};
