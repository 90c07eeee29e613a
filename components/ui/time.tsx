import { clockInUtc, inWords, timeTitle } from "./time-words";

/**
 * An instant. The server writes the date in words (UTC, the exact minute in the title); `Times` in the shell turns
 * it into "3 hours ago" in the reader's zone. `how` "date" stays a date for good, as on a post, and
 * "clock" is the hour of something today.
 */
export function Time({
  at,
  how = "ago",
  className,
}: {
  at: Date | string;
  how?: "ago" | "date" | "clock" | undefined;
  className?: string;
}) {
  const instant = typeof at === "string" ? new Date(at) : at;
  return (
    <time
      className={className}
      dateTime={instant.toISOString()}
      title={timeTitle(instant)}
      data-how={how}
      suppressHydrationWarning
    >
      {how === "clock" ? clockInUtc(instant) : inWords(instant)}
    </time>
  );
}
