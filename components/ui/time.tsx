import { inWords, timeTitle } from "./time-words";

/**
 * An instant. The server writes the date in words (UTC, the exact minute in the title); `Times` in the shell turns
 * it into "3 hours ago" in the reader's zone. `how` "date" stays a date for good, as on a post.
 */
export function Time({
  at,
  how = "ago",
  className,
}: {
  at: Date | string;
  how?: "ago" | "date" | undefined;
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
      {inWords(instant)}
    </time>
  );
}
