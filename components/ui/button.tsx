import clsx from "clsx";
import type { ComponentProps } from "react";

type Look = {
  /** primary: the one thing to do here. quiet: everything else. danger: what hurts. */
  variant?: "primary" | "quiet" | "danger" | undefined;
  small?: boolean | undefined;
};

const look = ({ variant = "quiet", small }: Look, className?: string | undefined) =>
  clsx("button", `button--${variant}`, small && "button--small", className);

/** A button. While `busy` it keeps its place and focus, tells so, and swallows presses. */
export function Button({
  variant,
  small,
  busy,
  className,
  type = "button",
  ...rest
}: Look & { busy?: boolean | undefined } & ComponentProps<"button">) {
  const told = busy ? { "aria-busy": true, "aria-disabled": true } : {};
  return <button {...rest} {...told} type={busy ? "button" : type} className={look({ variant, small }, className)} />;
}

/** A link that stands among buttons and looks like them. */
export function ButtonLink({ variant, small, className, children, ...rest }: Look & ComponentProps<"a">) {
  return (
    <a {...rest} className={look({ variant, small }, className)}>
      {children}
    </a>
  );
}
