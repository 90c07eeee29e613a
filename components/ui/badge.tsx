import clsx from "clsx";
import type { ReactNode } from "react";

/** One or two words about a thing: a role, "edited", "held". */
export function Badge({ tone, children }: { tone?: "accent" | "warning" | undefined; children: ReactNode }) {
  return <span className={clsx("badge", tone && `badge--${tone}`)}>{children}</span>;
}

/** How many are waiting, after a word. Nothing at all for none; `what` is said to those who listen. */
export function Count({ of, what }: { of: number; what: string }) {
  if (of <= 0) return null;
  return (
    <>
      {" "}
      <span className="count">{of > 99 ? "99+" : of}</span>
      <span className="sr-only"> {what}</span>
    </>
  );
}
