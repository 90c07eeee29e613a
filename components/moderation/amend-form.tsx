"use client";

import { type Action, ActForm, useAnswer } from "#/components/client/act-form";
import { ButtonLink } from "#/components/ui/button";
import { Checkbox } from "#/components/ui/checkbox";
import { Field } from "#/components/ui/field";
import { Submit } from "#/components/ui/submit";
import { TextArea } from "#/components/ui/text-area";
import { WordsBox } from "./words-box";

type Props = {
  action: Action;
  comment: { key: string; part: number; source: string; href: string };
  /** Characters of the reason. */
  mostReason: number;
};

/** Other words for a comment that is too old for its author to change. */
export const AmendForm = ({ action, comment, mostReason }: Props) => (
  <ActForm action={action} className="form" label="Change this comment">
    <input type="hidden" name="key" value={comment.key} />
    <input type="hidden" name="part" value={comment.part} />
    <Words source={comment.source} />
    <KeepBack />
    <WordsBox
      name="reason"
      label="Why"
      hint="It stands in the log. Everybody can see that a moderator changed it."
      most={mostReason}
    />
    <p className="form-acts">
      <Submit sending="Saving…">Save</Submit>
      <ButtonLink href={comment.href}>Rather not</ButtonLink>
    </p>
  </ActForm>
);

/** Else everybody can compare it with what it says from now on. */
function KeepBack() {
  const { answer } = useAnswer();
  return (
    <Checkbox
      name="keepBack"
      label="Keep back what it said before"
      hint="Then only its author and the moderators can compare; else everybody can."
      defaultChecked={answer?.typed.keepBack !== undefined}
    />
  );
}

function Words({ source }: { source: string }) {
  const { answer } = useAnswer();
  return (
    <Field id="source" label="Its words" error={answer?.problems.source}>
      {(wires) => <TextArea {...wires} name="source" room="comment" defaultValue={answer?.typed.source ?? source} />}
    </Field>
  );
}
