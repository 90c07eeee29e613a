import type { ReactNode } from "react";
import { Shell } from "#/components/shell/shell";
import type { Place, Skip } from "#/components/shell/types";
import { api } from "./api";
import { NewcomerNote } from "./newcomer-note";
import { signOutHere } from "./sign-out";

type FrameProps = {
  current?: Place;
  sidebar?: ReactNode;
  root?: "h-entry" | "h-feed";
  skips?: readonly Skip[];
  children: ReactNode;
};

/** The shell around a page, filled for whoever is looking. */
export async function Frame({ current, sidebar, root, skips, children }: FrameProps) {
  const { site, viewer } = await (await api()).shell.around();
  return (
    <Shell {...{ viewer, site, current, sidebar, root, skips }} signOut={signOutHere}>
      <NewcomerNote />
      {children}
    </Shell>
  );
}
