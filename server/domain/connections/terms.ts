import type { Reading } from "../context";
import { settingsOf } from "../settings/queries";
import type { Settings } from "../settings/schema";

export const day = 24 * 60 * 60 * 1000;

/**
 * How long an act can be taken back, in milliseconds. The screen offers it for 10 seconds; the server takes it for a
 * minute, because a page without a script cannot take its button away and networks are slow.
 */
export const undoFor = 60_000;

/** Where the site's settings stand for requests at one instant. */
export type Terms = {
  now: Date;
  /** Requests sent before this have ended unanswered. */
  openSince: Date;
  /** Requests declined before this can no longer be accepted. */
  declinedSince: Date;
  settings: Settings;
};

export async function termsOf(ctx: Pick<Reading, "db" | "now">): Promise<Terms> {
  const settings = await settingsOf(ctx);
  const now = ctx.now();
  const ago = (days: number) => new Date(now.getTime() - days * day);
  return {
    now,
    settings,
    openSince: ago(settings["requests.expire-days"]),
    declinedSince: ago(settings["requests.declined-days"]),
  };
}

export const after = (from: Date, days: number): Date => new Date(from.getTime() + days * day);
