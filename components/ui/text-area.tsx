import clsx from "clsx";
import type { ComponentProps } from "react";

const rows = { note: 3, comment: 6, post: 16 };

/**
 * Room for words: starts as tall as what is expected and grows with the text up to most of the screen. Where
 * `field-sizing` is not known it keeps its first height and can be pulled taller. Never give it a `maxLength`:
 * a text that is too long is refused in words, not cut.
 */
export function TextArea({
  room = "comment",
  className,
  ...rest
}: { room?: keyof typeof rows | undefined } & ComponentProps<"textarea">) {
  return <textarea rows={rows[room]} dir="auto" {...rest} className={clsx("input area", `area--${room}`, className)} />;
}
