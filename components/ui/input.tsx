import clsx from "clsx";
import type { ComponentProps } from "react";

/** One line to write on. `look` "title" is set like the heading it becomes, "code" for what is copied from a mail. */
export function Input({ look, className, ...rest }: { look?: "title" | "code" | undefined } & ComponentProps<"input">) {
  return <input {...rest} className={clsx("input", look && `input--${look}`, className)} />;
}
