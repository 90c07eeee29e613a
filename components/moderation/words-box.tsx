"use client";

import { type ReactNode, useState } from "react";
import { useAnswer } from "#/components/client/act-form";
import { Field } from "#/components/ui/field";
import { TextArea } from "#/components/ui/text-area";

type Props = { name: string; label: ReactNode; hint?: ReactNode; most: number; optional?: boolean };

/** Room for a few words, with how many characters are used once that matters. */
export function WordsBox({ name, label, hint, most, optional }: Props) {
  const { answer } = useAnswer();
  const typed = answer?.typed[name] ?? "";
  const [length, setLength] = useState([...typed].length);
  const over = length - most;
  return (
    <Field
      id={name}
      label={label}
      hint={hint}
      optional={optional}
      error={answer?.problems[name]}
      counter={over > 0 ? `${over} too many` : `${length} of ${most.toLocaleString("en")}`}
    >
      {(wires) => (
        <TextArea
          {...wires}
          name={name}
          room="note"
          defaultValue={typed}
          required={!optional}
          onChange={(event) => setLength([...event.target.value.replaceAll("\r\n", "\n").trim()].length)}
        />
      )}
    </Field>
  );
}
