"use client";

import { type Action, ActForm, useAnswer } from "#/components/client/act-form";
import { ButtonLink } from "#/components/ui/button";
import { Checkbox } from "#/components/ui/checkbox";
import { Submit } from "#/components/ui/submit";
import { WordsField } from "#/components/writing/words-field";
import { WordsBox } from "./words-box";

type Props = {
  action: Action;
  comment: { key: string; part: number; source: string; href: string; limit: number };
  /** Characters of the reason. */
  mostReason: number;
};

/** Other words for a comment that is too old for its author to change. */
export const AmendForm = ({ action, comment, mostReason }: Props) => (
  <ActForm action={action} className="form" label="Change this comment">
    <input type="hidden" name="key" value={comment.key} />
    <input type="hidden" name="part" value={comment.part} />
    <Words comment={comment} />
    <KeepBack />
    <WordsBox
      name="reason"
      label="Why"
      hint="It stands in the log. Everybody can see that a moderator changed it."
      most={mostReason}
    />
    <p className="form-acts">
      <Submit sending="Saving…" data-sends="">
        Save
      </Submit>
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

/** Kept on the moderator's own device until they are sent: they are nobody's draft. */
const Words = ({ comment: { key, part, source, limit } }: Pick<Props, "comment">) => (
  <WordsField
    id="source"
    label="Its words"
    room="comment"
    words={source}
    limit={limit}
    place={`amend/${key}/${part}`}
    keeps={["source", "reason"]}
    guest
  />
);
