import type { ReactNode } from "react";

export type Option = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type ChoiceGroupProps = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly Option[];
  defaultValue?: string | undefined;
  required?: boolean | undefined;
};

/** One of a few, all in sight: radio buttons under a legend. */
export function ChoiceGroup({ name, legend, hint, error, options, defaultValue, required }: ChoiceGroupProps) {
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(" ");
  return (
    <fieldset className="choices" {...(described ? { "aria-describedby": described } : {})}>
      <legend className="field-label">{legend}</legend>
      {hint && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            disabled={option.disabled}
            required={required}
          />
          <span>{option.label}</span>
          {option.hint && <span className="field-hint">{option.hint}</span>}
        </label>
      ))}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
