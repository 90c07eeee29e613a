const wordpress = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)Z?$/;
const mail = /^(?:\w{3},\s+)?(\d{1,2} \w{3} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UT|UTC|Z))$/;

/**
 * The first of these dates that is one: "2012-01-05 14:30:46", read as UTC, or the date of a mail. WordPress writes zeros,
 * or a day of the year -1, where a draft has no date yet. An impossible day (30 February) is no date either.
 */
export function momentOf(...written: string[]): Date | null {
  for (const text of written) {
    const moment = ofWordpress(text) ?? ofMail(text);
    if (moment) return moment;
  }
  return null;
}

function ofWordpress(text: string): Date | null {
  const [, year = "", month, day, hour, minute, second] = wordpress.exec(text) ?? [];
  if (year === "" || year === "0000") return null;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const moment = new Date(iso);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === iso ? moment : null;
}

function ofMail(text: string): Date | null {
  const moment = new Date(mail.exec(text)?.[1] ?? Number.NaN);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
