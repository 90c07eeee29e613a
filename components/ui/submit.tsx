"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

/** The button that sends its form. It is busy while the form is on its way; `sending` says what is happening. */
export function Submit({
  children,
  sending,
  variant = "primary",
  ...rest
}: ComponentProps<typeof Button> & { sending?: string | undefined }) {
  const { pending } = useFormStatus();
  return (
    <Button {...rest} type="submit" variant={variant} busy={pending}>
      {pending && sending ? sending : children}
    </Button>
  );
}
