import { Time } from "#/components/ui/time";
import type { Case } from "./case";
import { deedOf } from "./words";
import { WriterLink } from "./writer";

type Acts = readonly Pick<Case["acts"][number], "id" | "act" | "by" | "rule" | "reason" | "at">[];

/** What moderators did about it before. */
export function CaseActs({ acts, of = "it" }: { acts: Acts; of?: string }) {
  if (acts.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-2" aria-label="What was done before">
      {acts.map(({ id, act, by, rule, reason, at }) => (
        <li key={id} className="item-facts">
          <WriterLink who={by} /> {deedOf(act)[0]} {of} {deedOf(act)[1]} <Time at={at} />
          {rule && <>, under “{rule}”</>}
          {reason && <p dir="auto">{reason}</p>}
        </li>
      ))}
    </ul>
  );
}
