import clsx from "clsx";
import type { ReactNode } from "react";
import { Submit } from "./submit";

type MomentProps = {
  /** What has just happened: "You declined the request." */
  children: ReactNode;
  /** The server action or address that takes it back. */
  undo?: ((form: FormData) => void | Promise<void>) | string | undefined;
  /** What the action needs to know, as hidden fields. */
  fields?: Readonly<Record<string, string>> | undefined;
  label?: string | undefined;
  /** A line runs out over the ten seconds in which undo is promised. */
  brief?: boolean | undefined;
};

/** The line after an act: what happened, and the way back. Works without a script. */
export function Moment({ children, undo, fields = {}, label = "Undo", brief = false }: MomentProps) {
  const how = typeof undo === "string" ? { method: "post" } : {};
  return (
    <div className={clsx("moment", brief && "moment--brief")}>
      <output>{children}</output>
      {undo && (
        <form action={undo} {...how}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Submit variant="quiet" small>
            {label}
          </Submit>
        </form>
      )}
    </div>
  );
}
