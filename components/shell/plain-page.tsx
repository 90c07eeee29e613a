import type { ReactNode } from "react";

/** A page without a shell, for when nothing is known of the reader: a missing page, a mistake of ours. */
export function PlainPage({ children }: { children: ReactNode }) {
  return (
    <main className="plain-page" id="main">
      {children}
    </main>
  );
}
