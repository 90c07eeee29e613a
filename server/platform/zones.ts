/** A wall clock in some zone, to the minute: what `<input type="datetime-local">` sends and shows. */
export type Local = string;

const hour = 60 * 60 * 1000;
const local = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/;

/** Whether this system knows a zone of that name, as in "Europe/Berlin" or "UTC". */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][\w+/-]{1,59}$/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * The instant at which a wall clock in a zone shows this; the earlier one where it shows it twice. Null where no clock
 * ever does: the day does not exist, or the clocks were put forward past it. The zone must be one (`isZone`).
 */
export function instantOf(wall: Local, zone: string): Date | null {
  const [, year, month, day, hours, minutes] = local.exec(wall) ?? [];
  if (!year) return null;
  const naive = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes));
  if (Number.isNaN(naive)) return null;
  // A change of the clocks lies between the two, if there is one near.
  const offsets = [naive - 26 * hour, naive + 26 * hour].map((near) => wallOf(new Date(near), zone) - near);
  const fits = offsets
    .map((offset) => naive - offset)
    .filter((at) => localIn(new Date(at), zone) === wall.slice(0, 16));
  return fits.length > 0 ? new Date(Math.min(...fits)) : null;
}

/** What a wall clock in a zone shows at an instant. The zone must be one (`isZone`). */
export const localIn = (at: Date, zone: string): Local => new Date(wallOf(at, zone)).toISOString().slice(0, 16);

/** The wall clock's reading as if it were UTC, in milliseconds. */
function wallOf(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((it) => it.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}
