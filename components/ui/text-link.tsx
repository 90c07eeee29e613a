import clsx from "clsx";
import type { ComponentProps } from "react";

/** A link in running text or beside it: always underlined, so colour is never the only sign. */
export function TextLink({ className, children, ...rest }: ComponentProps<"a">) {
  return (
    <a {...rest} className={clsx("link", className)}>
      {children}
    </a>
  );
}
