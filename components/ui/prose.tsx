import clsx from "clsx";
import type { ReactNode } from "react";

type ProseProps = { className?: string | undefined } & (
  | {
      /** Sanitised HTML, as the server keeps it. Nothing else may ever be given here. */
      html: string;
      children?: never;
    }
  | { html?: never; children: ReactNode }
);

/** What somebody wrote, in the reading face and at the reading measure, in the direction of its own script. */
export function Prose({ html, children, className }: ProseProps) {
  const classes = clsx("prose", className);
  if (html === undefined) {
    return (
      <div className={classes} dir="auto">
        {children}
      </div>
    );
  }
  return <div className={classes} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
