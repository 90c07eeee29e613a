import type { ReactNode } from "react";

/** What a control needs so that label, hint and error belong to it. */
export type Wires = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type FieldProps = {
  /** Also the control's id, so that a link such as `#title` arrives at it. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean | undefined;
  /** Stands at the end of the line under the control: what is left, or how much too much. */
  counter?: ReactNode;
  children: (wires: Wires) => ReactNode;
};

/** A label, a control, a hint and what is wrong with it, wired together for those who hear the page. */
export function Field({ id, label, hint, error, optional, counter, children }: FieldProps) {
  const described = [error && `${id}-error`, hint && `${id}-hint`, counter && `${id}-counter`]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label} {optional && <small>(optional)</small>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(described ? { "aria-describedby": described } : {}),
        ...(error ? { "aria-invalid": true } : {}),
      })}
      {(error || counter) && (
        <div className="field-foot">
          {error && (
            <p className="field-error" id={`${id}-error`}>
              {error}
            </p>
          )}
          {counter && <span id={`${id}-counter`}>{counter}</span>}
        </div>
      )}
    </div>
  );
}
