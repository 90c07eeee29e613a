import clsx from "clsx";
import type { ReactNode } from "react";

type NoticeProps = {
  tone?: "info" | "success" | "warning" | "problem" | undefined;
  /** The first words, in the tone's colour: what it is about. */
  title?: ReactNode;
  /** Where focus should go after a failed form. */
  id?: string | undefined;
  children?: ReactNode;
};

/** Something to know here and now. A problem interrupts those who listen; everything else waits its turn. */
export function Notice({ tone = "info", title, id, children }: NoticeProps) {
  return (
    <div className={clsx("notice", `notice--${tone}`)} role={tone === "problem" ? "alert" : "status"} id={id}>
      {title && <strong>{title}</strong>} {children}
    </div>
  );
}
