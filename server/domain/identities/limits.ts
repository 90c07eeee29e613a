import type { Reading } from "../context";
import { settleUp, useUp } from "../limits";
import type { Settings } from "../settings/schema";
import { callerFrom } from "./caller";
import { fail } from "./errors";

const quarter = 15 * 60;
const hour = 60 * 60;

const callerOf = (ctx: Reading): string => callerFrom(ctx.client?.address);

/** Counts a try at the door: for one account, and for one address whatever account it tries. */
export async function countTry(ctx: Reading, settings: Settings, account: string): Promise<void> {
  const byAddress = { name: "door", most: settings["sign-in.address-quarter-hour"], seconds: quarter };
  const byAccount = { name: "sign-in", most: settings["sign-in.quarter-hour"], seconds: quarter };
  const waits = [await useUp(ctx, byAddress, callerOf(ctx)), await useUp(ctx, byAccount, account)];
  refuseUntil("too-many-tries", Math.max(...waits));
}

/** Counts what somebody asks of us without a password to try: by where they come from. */
export async function countCall(ctx: Reading, settings: Settings): Promise<void> {
  const byAddress = { name: "door", most: settings["sign-in.address-quarter-hour"], seconds: quarter };
  refuseUntil("too-many-tries", await useUp(ctx, byAddress, callerOf(ctx)));
}

/** A right password wipes out the wrong ones before it. */
export const forgiveTries = (ctx: Reading, account: string): Promise<void> => settleUp(ctx, "sign-in", account);

/** Counts somebody who joins, by where they come from. */
export async function countJoining(ctx: Reading, settings: Settings): Promise<void> {
  const limit = { name: "sign-up", most: settings["sign-up.address-hour"], seconds: hour };
  refuseUntil("too-many-joined", await useUp(ctx, limit, callerOf(ctx)));
}

/** Counts a mail that somebody asks for: by who gets it, and by where it is asked for. */
export async function countMail(ctx: Reading, settings: Settings, to: string): Promise<void> {
  const byMail = { name: "mails", most: settings["mails.hour"], seconds: hour };
  await countCall(ctx, settings);
  refuseUntil("too-many-mails", await useUp(ctx, byMail, to));
}

/** Refuses with the minutes to wait, when there is any waiting to do. */
function refuseUntil(because: "too-many-tries" | "too-many-joined" | "too-many-mails", seconds: number) {
  if (seconds > 0) fail(because, { minutes: Math.ceil(seconds / 60), seconds });
}
