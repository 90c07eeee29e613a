import { Badge } from "#/components/ui/badge";
import { Time } from "#/components/ui/time";
import type { Case } from "./case";
import { reasonInShort } from "./words";
import { WriterLink } from "./writer";

/** Who called a moderator, why, and in which words. */
export function CaseReports({ reports }: { reports: Case["reports"] }) {
  if (reports.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-2" aria-label="Reports">
      {reports.map(({ id, by, apart, reason, words, at, answer }) => (
        <li key={id} className="item-facts">
          <strong>{reasonInShort[reason] ?? reason}</strong>, says <WriterLink who={by} />, <Time at={at} />{" "}
          {apart && <Badge>one of you blocked the other</Badge>} {answer && <Badge>{answer}</Badge>}
          {words && (
            <p dir="auto" className="whitespace-pre-line">
              {words}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
