import { contextFor } from "../context";
import type { Reading } from "../domain/context";
import { sendNext } from "../domain/mails/commands";
import { composeAbout } from "../domain/subscriptions/letter";
import { makeNextLetter } from "../domain/subscriptions/news";
import { isMailSent } from "../platform/mail";

type Ctx = Pick<Reading, "db" | "now">;

/** Makes the letters about threads that are due. */
export async function makeLetters(ctx: Ctx, isStopped = () => false): Promise<void> {
  if (!isMailSent()) return;
  while (!isStopped() && (await makeNextLetter({ ...ctx, viewer: null, told: [] })));
}

/** Sends the mails that wait, one after another, until none is left or the process stops. */
export async function sendWaitingMails(ctx: Ctx, isStopped = () => false): Promise<number> {
  let tried = 0;
  if (!isMailSent()) return tried;
  const compose = composeAbout({ ...ctx, viewer: null, told: [] });
  while (!isStopped() && (await sendNext(ctx, compose))) tried += 1;
  return tried;
}

/** Both, as a round of the schedule. */
export async function sendMails(isStopped: () => boolean): Promise<void> {
  await makeLetters(contextFor(null), isStopped);
  await sendWaitingMails(contextFor(null), isStopped);
}
