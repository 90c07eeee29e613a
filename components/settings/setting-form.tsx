"use client";

import { type Action, ActForm, useAnswer } from "#/components/client/act-form";
import { Field } from "#/components/ui/field";
import { Input } from "#/components/ui/input";
import { Select } from "#/components/ui/select";
import { Submit } from "#/components/ui/submit";

export type Setting = {
  key: string;
  value: string | number | boolean;
  standard: string | number | boolean;
  effect: string;
};

/** One setting of the site: what it does, what it is, and what it would be if nobody had set it. */
export const SettingForm = ({ setting, action }: { setting: Setting; action: Action }) => (
  <ActForm action={action} className="form" label={setting.effect}>
    <input type="hidden" name="key" value={setting.key} />
    <Value setting={setting} />
    <div className="form-acts">
      <Submit variant="quiet" small sending="Keeping it…">
        Keep
      </Submit>
    </div>
  </ActForm>
);

function Value({ setting: { key, value, standard, effect } }: { setting: Setting }) {
  const { answer } = useAnswer();
  const id = `setting-${key.replaceAll(".", "-")}`;
  const kept = answer?.typed.value ?? inWords(value);
  return (
    <Field
      id={id}
      label={effect}
      hint={`${key}${value === standard ? "" : `; the standard is ${inWords(standard) || "nothing"}`}`}
    >
      {(wires) =>
        typeof standard === "boolean" ? (
          <Select {...wires} name="value" defaultValue={kept}>
            <option value="yes">yes</option>
            <option value="no">no</option>
          </Select>
        ) : (
          <Input
            {...wires}
            name="value"
            defaultValue={kept}
            inputMode={typeof standard === "number" ? "numeric" : "text"}
          />
        )
      }
    </Field>
  );
}

const inWords = (value: string | number | boolean) =>
  typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
