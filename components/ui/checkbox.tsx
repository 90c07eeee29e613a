import type { ComponentProps, ReactNode } from "react";

/** Yes or no, with its words beside it. */
export function Checkbox({
  label,
  hint,
  ...rest
}: { label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<"input">, "type">) {
  return (
    <label className="choice">
      <input {...rest} type="checkbox" />
      <span>{label}</span>
      {hint && <span className="field-hint">{hint}</span>}
    </label>
  );
}
