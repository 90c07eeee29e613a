"use client";

import { useState } from "react";
import { ActForm, type Action, useAnswer } from "#/components/client/act-form";
import { ChoiceGroup } from "#/components/ui/choice-group";
import { Field } from "#/components/ui/field";
import { Submit } from "#/components/ui/submit";
import { TextArea } from "#/components/ui/text-area";
import { type How, lengthOf, waysToKnow } from "./words";

type Props = {
  action: Action;
  to: { name: string; handle: string };
  /** A note is needed, of at least so many characters; 0 where it may stay empty. */
  least: number;
  /** The most characters of a note. */
  most: number;
  /** How they most likely know each other. */
  likely?: How | undefined;
};

/** Asks a member to connect: how the two know each other, and a few words. */
export function ConnectForm({ action, to, least, most, likely }: Props) {
  return (
    <ActForm action={action} className="form" label={`Ask ${to.name} to connect`}>
      <input type="hidden" name="handle" value={to.handle} />
      <Ways likely={likely} />
      <Note least={least} most={most} />
      <p className="form-acts">
        <Submit sending="Sending">Send the request</Submit>
      </p>
    </ActForm>
  );
}

function Ways({ likely }: { likely?: How | undefined }) {
  const { answer } = useAnswer();
  const options = Object.entries(waysToKnow).map(([value, label]) => ({ value, label }));
  return (
    <ChoiceGroup
      name="how"
      legend="How do you know each other?"
      options={options}
      defaultValue={answer?.typed.how ?? likely}
      error={answer?.problems.how}
      required
    />
  );
}

function Note({ least, most }: { least: number; most: number }) {
  const { answer } = useAnswer();
  const typed = answer?.typed.note ?? "";
  const [length, setLength] = useState(lengthOf(typed));
  const over = length - most;
  const hint =
    least > 0
      ? `You share nothing yet, so please say who you are, in ${least} to ${most} characters. Plain text; one link at most.`
      : `Up to ${most} characters of plain text; one link at most.`;
  return (
    <Field
      id="note"
      label="Your note"
      hint={hint}
      optional={least === 0}
      error={answer?.problems.note}
      counter={over > 0 ? `${over} too many` : `${length} of ${most}`}
    >
      {(wires) => (
        <TextArea
          {...wires}
          name="note"
          room="note"
          defaultValue={typed}
          required={least > 0}
          onChange={(event) => setLength(lengthOf(event.target.value.trim()))}
        />
      )}
    </Field>
  );
}
