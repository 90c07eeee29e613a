const how: Intl.DateTimeFormatOptions = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
};

/** An instant to come as a wall clock in a zone will show it, and which zone: "Tuesday 24 November 2026 at 09:30, Europe/Berlin time". */
export function ZonedTime({ at, zone }: { at: Date; zone: string }) {
  const words = new Intl.DateTimeFormat("en-GB", { ...how, timeZone: zone }).format(at);
  return (
    <time dateTime={at.toISOString()}>
      {words}, {zone === "UTC" ? "UTC" : `${zone.replaceAll("_", " ")} time`}
    </time>
  );
}
