import { Item } from "#/components/ui/item";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { deedOf } from "./words";
import { WriterLink } from "./writer";

/** What an operator does from the shell is done by no member. */
const fromShell = new Set<LogEntry["act"]>(["change-setting", "change-role", "import"]);

/** These are about no member and no words; what they are about stands in their reason. */
const aboutNobody = new Set<LogEntry["act"]>([
  "change-setting",
  "import",
  "ban-site",
  "allow-site",
  "rename-tag",
  "merge-tags",
  "undo-tags",
]);

export type LogEntry = Outputs["moderation"]["log"]["items"][number];

/** One act in the log: who, what, about whose words or whom, when, under which rule and why. */
export function LogItem({ entry }: { entry: LogEntry }) {
  const { id, act, by, at, rule, reason } = entry;
  const [before, behind] = deedOf(act);
  return (
    <Item
      id={`l-${id}`}
      {...(by && { who: by })}
      head={
        <>
          {by || !fromShell.has(act) ? <WriterLink who={by} /> : "Whoever runs this site"} {before}{" "}
          <About entry={entry} /> {behind}
        </>
      }
      facts={
        <p>
          <Time at={at} />
          {rule && <> · {rule}</>}
        </p>
      }
      quote={reason || undefined}
    />
  );
}

function About({ entry: { act, member, thing } }: { entry: LogEntry }) {
  if (thing) {
    return (
      <>
        <TextLink href={`/${thing.kind === "comment" ? "c" : "p"}/${thing.key}/hide`}>a {thing.kind}</TextLink> by{" "}
        <WriterLink who={thing.author} />
      </>
    );
  }
  if (member) return <TextLink href={`/people/${member.handle}`}>{member.name}</TextLink>;
  return aboutNobody.has(act) ? null : <>something that is gone</>;
}
