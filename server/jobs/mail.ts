import { contextFor } from "../context";
import type { Reading } from "../domain/context";
import { sendNext } from "../domain/mails/commands";
import { composeAbout } from "../domain/subscriptions/letter";
import { makeNextLetter } from "../domain/subscriptions/news";
import { isMailSent } from "../platform/mail";

/** Makes the letters about threads that are due, and sends the mails that wait, one after another, until none is left or the process stops. */
export async function sendWaitingMails(ctx: Pick<Reading, "db" | "now">, isStopped = () => false): Promise<number> {
  let tried = 0;
  if (!isMailSent()) return tried;
  const reading = { ...ctx, viewer: null, told: [] };
  while (!isStopped() && (await makeNextLetter(reading)));
  while (!isStopped() && (await sendNext(ctx, composeAbout(reading)))) tried += 1;
  return tried;
}

/** The same as a round of the schedule. */
export async function sendMails(isStopped: () => boolean): Promise<void> {
  await sendWaitingMails(contextFor(null), isStopped);
}
