import { createTransport, type Transporter } from "nodemailer";
import { config } from "../config";

/** A mail as it goes out: one person, both kinds of body. */
export type Letter = {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
};

/** What a mail server said. `forGood`: it will say the same again. */
export class NotSent extends Error {
  readonly forGood: boolean;

  constructor(said: string, forGood: boolean) {
    super(said);
    this.name = "NotSent";
    this.forGood = forGood;
  }
}

const shared = globalThis as typeof globalThis & { kithMail?: Transporter };

/** True where there is a mail server to give letters to. */
export const isMailSent = (): boolean => config().smtpUrl !== undefined;

/** Seconds a mail server may be silent before we try again later. */
const patience = 20_000;

function transport(url: string): Transporter {
  const address = new URL(url);
  const waits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  for (const [name, value] of Object.entries(waits)) address.searchParams.set(name, String(value));
  shared.kithMail ??= createTransport(address.href);
  return shared.kithMail;
}

/**
 * Gives a letter to the mail server of `SMTP_URL`; throws `NotSent` with what it said.
 * The Message-ID is made of the letter's id, so a letter sent twice (we died before we could note it) is shown once.
 */
export async function send({ id, to, subject, text, html, headers }: Letter): Promise<void> {
  const { smtpUrl, mailFrom, url } = config();
  if (!smtpUrl) throw new NotSent("There is no mail server", false);
  try {
    await transport(smtpUrl).sendMail({
      from: mailFrom,
      to: { name: "", address: to },
      subject,
      text,
      html,
      messageId: `<${id}@${new URL(url).hostname}>`,
      headers: { ...headers, "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
    throw new NotSent(said.slice(0, 500), code >= 500 && code < 600);
  }
}
