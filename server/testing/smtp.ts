import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A letter as it arrived: who it was given to by the mail server's protocol, and what it says of itself. */
export type Arrived = {
  recipients: string[];
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Map<string, unknown>;
};

export type RunningSmtp = {
  /** For SMTP_URL. */
  url: string;
  letters: Arrived[];
  /** The next letter to an address, also one that is there already; refuses after some seconds. */
  letterTo: (address: string, seconds?: number) => Promise<Arrived>;
  /** Makes the server answer so many letters with this code and sentence. */
  refuse: (times: number, code: number, sentence: string) => void;
  close: () => Promise<void>;
};

/** A real mail server on a port of its own, which keeps what it is given. */
export async function startSmtp({ port = 0 } = {}): Promise<RunningSmtp> {
  const letters: Arrived[] = [];
  const refusing = { times: 0, code: 450, sentence: "" };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream).then((parsed) => {
        if (refusing.times > 0) {
          refusing.times -= 1;
          return done(Object.assign(new Error(refusing.sentence), { responseCode: refusing.code }));
        }
        letters.push({
          recipients,
          from: parsed.from?.text ?? "",
          to: [parsed.to ?? []]
            .flat()
            .map(({ text }) => text)
            .join(", "),
          subject: parsed.subject ?? "",
          text: parsed.text ?? "",
          html: parsed.html || "",
          headers: parsed.headers,
        });
        done();
      }, done);
    },
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const address = server.server.address();
  if (typeof address !== "object" || !address) throw new Error("The mail server has no port");
  return {
    url: `smtp://127.0.0.1:${address.port}/?ignoreTLS=true`,
    letters,
    letterTo: (to, seconds = 10) =>
      waitFor(() => letters.findLast(({ recipients }) => recipients.includes(to)), to, seconds),
    refuse: (times, code, sentence) => Object.assign(refusing, { times, code, sentence }),
    close: () => new Promise((done) => server.close(() => done())),
  };
}

async function waitFor(find: () => Arrived | undefined, to: string, seconds: number): Promise<Arrived> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; ) {
    const found = find();
    if (found) return found;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`No letter came to ${to} within ${seconds} s`);
}
