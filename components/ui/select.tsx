import clsx from "clsx";
import type { ComponentProps } from "react";

/** A choice among many, in the browser's own list. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select {...rest} className={clsx("input", className)} />;
}
