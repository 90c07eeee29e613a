"use client";

import { type Action, ActForm, useAnswer } from "#/components/client/act-form";
import { ButtonLink } from "#/components/ui/button";
import { ChoiceGroup } from "#/components/ui/choice-group";
import { Submit } from "#/components/ui/submit";
import { WordsBox } from "./words-box";
import { reasons } from "./words";

type Props = { action: Action; thing: { kind: "comment" | "post"; key: string }; back: string; mostWords: number };

/** Calls a moderator: what is wrong, and a few words if one likes. */
export function ReportForm({ action, thing, back, mostWords }: Props) {
  return (
    <ActForm action={action} className="form" label="Report to the moderators">
      <input type="hidden" name={thing.kind} value={thing.key} />
      <Reasons />
      <WordsBox
        name="words"
        label="In your words"
        hint="For the moderators only. Whoever wrote it is not told who reported it."
        most={mostWords}
        optional
      />
      <p className="form-acts">
        <Submit sending="Sending">Send the report</Submit>
        <ButtonLink href={back}>Rather not</ButtonLink>
      </p>
    </ActForm>
  );
}

function Reasons() {
  const { answer } = useAnswer();
  const options = Object.entries(reasons).map(([value, { label, hint }]) => ({ value, label, hint }));
  return (
    <ChoiceGroup
      key={answer?.typed.reason}
      name="reason"
      legend="What is wrong with it?"
      options={options}
      defaultValue={answer?.typed.reason}
      error={answer?.problems.reason}
      required
    />
  );
}
