import { ActForm, type Action } from "#/components/client/act-form";
import { Notice } from "#/components/ui/notice";
import { Submit } from "#/components/ui/submit";
import type { Outputs } from "#/server/api/types";

type Line = Outputs["sites"]["toChange"];
type Acts = Record<"remove" | "restore" | "ban" | "allow", Action>;

type Press = { act: Action; fields: Record<string, string>; label: string; quiet?: boolean };

const Press = ({ act, fields, label, quiet = false }: Press) => (
  <ActForm action={act} className="form" label={label}>
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <div className="form-acts">
      <Submit variant={quiet ? "quiet" : "primary"}>{label}</Submit>
    </div>
  </ActForm>
);

const done: Record<string, string> = {
  removed: "The line is gone; the comment stays as it is.",
  restored: "The line stands under the comment again.",
  banned: "Nothing of this site is shown here any more, and it is not asked.",
  allowed: "This site is shown here again.",
};

const followed = (times: number): string => {
  if (times === 0) return "not followed yet";
  return times === 1 ? "followed once" : `followed ${times.toLocaleString("en")} times`;
};

/** What may be done with the line under a comment, and what was just done, each with its way back. */
export function LineForms({ line, acts, said, tends }: { line: Line; acts: Acts; said: string; tends: boolean }) {
  const { key, title, host, banned, removedAt, clicks, can } = line;
  return (
    <>
      {done[said] && <Notice tone="success">{done[said]}</Notice>}
      <p>
        {removedAt ? "Taken away: " : "In the line: "}“<bdi>{title ?? "something that is gone"}</bdi>”
        {host && <> on {host}</>}
        {clicks !== null && <>, {followed(clicks)}</>}.
      </p>
      <div className="mt-6 grid gap-4">
        {can.remove && <Press act={acts.remove} fields={{ key }} label="Take the line away" />}
        {can.restore && <Press act={acts.restore} fields={{ key }} label="Give the line back" />}
        {tends && host && (
          <Press
            act={banned ? acts.allow : acts.ban}
            fields={{ key, host }}
            label={banned ? `Show ${host} again` : `Show nothing of ${host} any more`}
            quiet
          />
        )}
      </div>
    </>
  );
}
