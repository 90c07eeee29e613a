"use client";

import type { ComponentProps, ReactNode } from "react";
import { useAnswer } from "#/components/client/act-form";
import { Field } from "#/components/ui/field";
import { Input } from "#/components/ui/input";
import { TextArea } from "#/components/ui/text-area";

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  /** The id, where one page asks for the same thing twice. */
  id?: string;
  /** What stands in it before anybody typed. */
  initial?: string;
  /** Room for several lines. */
  lines?: "note" | "comment";
} & Pick<
  ComponentProps<"input">,
  | "type"
  | "autoComplete"
  | "inputMode"
  | "required"
  | "autoCapitalize"
  | "spellCheck"
  | "minLength"
  | "dir"
  | "autoFocus"
>;

/** A field that keeps what was typed, whatever the server says, and shows what was wrong with it. Passwords go. */
export function TypedField({
  name,
  label,
  hint,
  optional,
  id = name,
  initial = "",
  lines,
  required,
  minLength,
  ...rest
}: Props) {
  const { answer } = useAnswer();
  const kept = rest.type === "password" ? {} : { defaultValue: answer?.typed[name] ?? initial };
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={answer?.problems[name]}>
      {(wires) =>
        lines ? (
          <TextArea {...wires} {...kept} name={name} room={lines} />
        ) : (
          <Input {...rest} {...wires} {...kept} name={name} required={required} minLength={minLength} />
        )
      }
    </Field>
  );
}
