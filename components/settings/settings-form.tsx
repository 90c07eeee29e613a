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

type Props = { title: string; settings: readonly Setting[]; action: Action };

/** One chapter of the site's settings: all of it is saved, or nothing and every mistake is named. */
export const SettingsForm = ({ title, settings, action }: Props) => (
  <ActForm action={action} className="form" label={title}>
    {settings.map((setting) => (
      <Value key={setting.key} setting={setting} />
    ))}
    <div className="form-acts">
      <Submit variant="primary" sending="Saving…">
        Save
      </Submit>
    </div>
  </ActForm>
);

/** What a setting does, what it is, and what it would be if nobody had set it. */
function Value({ setting: { key, value, standard, effect } }: { setting: Setting }) {
  const { answer } = useAnswer();
  const typed = answer?.typed[key] ?? inWords(value);
  return (
    <>
      <input type="hidden" name="keys" value={key} />
      <Field
        id={`setting-${key.replaceAll(".", "-")}`}
        label={effect}
        hint={value === standard ? key : `${key}; the standard is ${inWords(standard) || "nothing"}`}
        error={answer?.problems[key]}
      >
        {(wires) =>
          typeof standard === "boolean" ? (
            <Select {...wires} name={key} defaultValue={typed}>
              <option value="yes">yes</option>
              <option value="no">no</option>
            </Select>
          ) : (
            <Input
              {...wires}
              name={key}
              defaultValue={typed}
              inputMode={typeof standard === "number" ? "numeric" : "text"}
            />
          )
        }
      </Field>
    </>
  );
}

const inWords = (value: string | number | boolean) =>
  typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
