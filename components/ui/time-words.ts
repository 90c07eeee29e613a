const day: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };
const minute: Intl.DateTimeFormatOptions = { ...day, hour: "2-digit", minute: "2-digit", timeZoneName: "short" };

const inUtc = new Intl.DateTimeFormat("en-GB", { ...day, timeZone: "UTC" });
const minuteInUtc = new Intl.DateTimeFormat("en-GB", { ...minute, timeZone: "UTC" });

/** A date in words, UTC: "23 November 2026". */
export const inWords = (at: Date): string => inUtc.format(at);

/** The exact minute, UTC: "23 November 2026 at 09:14 UTC". */
export const timeTitle = (at: Date): string => minuteInUtc.format(at);

/** The exact minute in the reader's zone. Only in a browser: on the server it would be the server's zone. */
export const localTitle = (at: Date): string => new Intl.DateTimeFormat("en-GB", minute).format(at);

/** The date in the reader's zone. */
export const localDate = (at: Date): string => new Intl.DateTimeFormat("en-GB", day).format(at);

const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };

/** The hour and minute, UTC: "09:14 UTC". */
export const clockInUtc = (at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { ...clock, timeZone: "UTC", timeZoneName: "short" }).format(at);

/** The hour and minute in the reader's zone: "10:14". */
export const localClock = (at: Date): string => new Intl.DateTimeFormat("en-GB", clock).format(at);

const steps = [
  ["minute", 60, 60],
  ["hour", 3_600, 24],
  ["day", 86_400, 14],
] as const;

/** How long ago, up to two weeks: "3 hours ago". Later than that a date says more, so it is undefined. */
export function ago(at: Date, now: Date): string | undefined {
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000);
  if (Math.abs(seconds) < 45) return "just now";
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  for (const [unit, size, most] of steps) {
    const count = Math.max(1, Math.round(Math.abs(seconds) / size));
    if (count < most) return words.format(seconds < 0 ? count : -count, unit);
  }
  return undefined;
}
