import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { counted } from "./words";

type Limits = Outputs["connections"]["beforeAsking"]["limits"];

/** What may be sent, said before it is sent. */
export function LimitsNote({ limits }: { limits: Limits }) {
  const { open, openMost, today, dayMost, nextAt, againDays, timesMost, expireDays } = limits;
  return (
    <div className="item-facts grid gap-2">
      <p>
        In the last 24 hours you sent {today} of {dayMost} requests; {open} of {openMost} are waiting.
        {nextAt && (
          <>
            {" "}
            The next may go <Time at={nextAt} />.
          </>
        )}
      </p>
      <p>
        An unanswered request ends after {counted(expireDays, "day")}. You can withdraw it at any time; the same person
        can be asked again {counted(againDays, "day")} later, {counted(timesMost, "time")} in all.
      </p>
    </div>
  );
}
