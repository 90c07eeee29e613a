"use client";

import { type Action, ActForm, useAnswer } from "#/components/client/act-form";
import { ButtonLink } from "#/components/ui/button";
import { ChoiceGroup } from "#/components/ui/choice-group";
import { Submit } from "#/components/ui/submit";
import { WordsBox } from "./words-box";

type Props = {
  action: Action;
  thing: { kind: "comment" | "post"; key: string };
  rules: readonly { code: string; says: string }[];
  /** The page to arrive at. */
  here: string;
  /** Where "leave it" leads. */
  back: string;
  /** Characters of the reason. */
  mostReason: number;
};

/** Hides a post or a comment: under which rule, and why. */
export function HideForm({ action, thing, rules, here, back, mostReason }: Props) {
  return (
    <ActForm action={action} className="form" label={`Hide this ${thing.kind}`}>
      <input type="hidden" name={thing.kind} value={thing.key} />
      <input type="hidden" name="here" value={here} />
      <Rules rules={rules} />
      <WordsBox
        name="reason"
        label="Why"
        hint="The author reads this, and it stands in the log. They are told your role, not your name."
        most={mostReason}
      />
      <p className="form-acts">
        <Submit variant="danger" sending="Hiding">
          Hide this {thing.kind}
        </Submit>
        <ButtonLink href={back}>Rather not</ButtonLink>
      </p>
    </ActForm>
  );
}

function Rules({ rules }: Pick<Props, "rules">) {
  const { answer } = useAnswer();
  return (
    <ChoiceGroup
      key={answer?.typed.rule}
      name="rule"
      legend="Which house rule?"
      hint="Everybody who comes by reads the rule in the place of the words."
      options={rules.map(({ code, says }) => ({ value: code, label: says }))}
      defaultValue={answer?.typed.rule}
      error={answer?.problems.rule}
      required
    />
  );
}
