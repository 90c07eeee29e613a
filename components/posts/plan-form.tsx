"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { type Action, ActForm, useAnswer } from "../client/act-form";
import { ButtonLink } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Submit } from "../ui/submit";

type PlanFormProps = {
  action: Action;
  postKey: string;
  /** What stands in the field at first, as `datetime-local` has it. */
  at: string;
  /** The zone of the plan, or of the last one; null for whoever has never planned. */
  zone: string | null;
  zones: readonly string[];
  /** Where the post is written. */
  back: string;
  send: ReactNode;
};

/** When a post is to be published, by which zone's clocks. */
export function PlanForm({ action, ...rest }: PlanFormProps) {
  return (
    <ActForm action={action} className="form" label="When to publish it">
      <Inside {...rest} />
    </ActForm>
  );
}

function Inside({ postKey, at, zone, zones, back, send }: Omit<PlanFormProps, "action">) {
  const { answer } = useAnswer();
  const list = useRef<HTMLSelectElement>(null);
  const chosen = answer?.typed.zone ?? zone;

  // Whoever has said no zone yet is most likely in that of their browser.
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (chosen || !list.current || !own) return;
    if (!zones.includes(own)) list.current.add(new Option(own, own));
    list.current.value = own;
  }, [chosen, zones]);

  return (
    <>
      <input type="hidden" name="key" value={postKey} />
      <Field id="at" label="Day and time" error={answer?.problems.at} hint="To the minute.">
        {(wires) => <Input {...wires} type="datetime-local" name="at" required defaultValue={answer?.typed.at ?? at} />}
      </Field>
      <Field
        id="zone"
        label="By the clocks of"
        error={answer?.problems.zone}
        hint="The place whose time this is. The next plan begins with the same."
      >
        {(wires) => (
          <Select {...wires} ref={list} name="zone" defaultValue={chosen ?? "UTC"} key={chosen}>
            {zones.map((name) => (
              <option key={name} value={name}>
                {name.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="form-acts">
        <Submit sending="Planning it…">{send}</Submit>
        <ButtonLink href={back}>Back to the words</ButtonLink>
      </div>
    </>
  );
}
