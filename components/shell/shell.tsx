import type { ReactNode } from "react";
import { Reading } from "#/components/comments/reading";
import { Times } from "#/components/ui/times";
import { WideTables } from "#/components/ui/wide-tables";
import { OutboxWatch } from "#/components/writing/outbox-watch";
import { Footer } from "./footer";
import { Header } from "./header";
import type { Place, ShellViewer, Site, Skip } from "./types";

type ShellProps = {
  viewer: ShellViewer | null;
  site: Site;
  /** Where we are, to mark it in the navigation. */
  current?: Place | undefined;
  /** Stands beside the words on wide screens and below them on narrow ones. */
  sidebar?: ReactNode;
  /** Ends the session; without it the menu has no "Sign out". */
  signOut?: (() => Promise<void>) | undefined;
  /** What the page is for programs that read it: a microformat's root. */
  root?: "h-entry" | "h-feed" | undefined;
  /** Further ways past what comes first, beside the one to the words. */
  skips?: readonly Skip[] | undefined;
  children: ReactNode;
};

/** What surrounds every page: the way past the header, the header, the words, the aside and the footer. */
export function Shell({ viewer, site, current, sidebar, signOut, root, skips = [], children }: ShellProps) {
  return (
    <>
      {[{ to: "#main", label: "Skip to the words" }, ...skips].map(({ to, label }) => (
        <a key={to} className="skip button button--primary" href={to}>
          {label}
        </a>
      ))}
      <Header viewer={viewer} site={site} current={current} signOut={signOut} />
      <OutboxWatch />
      <div className="frame">
        <main className={root ? `main ${root}` : "main"} id="main" tabIndex={-1} data-me={viewer?.handle}>
          {children}
        </main>
        {sidebar && (
          <aside className="aside" aria-label="Around here">
            {sidebar}
          </aside>
        )}
      </div>
      <Footer />
      <Times />
      <WideTables />
      <Reading />
    </>
  );
}
