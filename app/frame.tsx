import type { ReactNode } from "react";
import { Shell } from "#/components/shell/shell";
import type { Place } from "#/components/shell/types";
import { api } from "./api";
import { signOutHere } from "./sign-out";

type FrameProps = { current?: Place; sidebar?: ReactNode; root?: "h-entry" | "h-feed"; children: ReactNode };

/** The shell around a page, filled for whoever is looking. */
export async function Frame({ current, sidebar, root, children }: FrameProps) {
  const { site, viewer } = await (await api()).shell.around();
  return (
    <Shell viewer={viewer} site={site} current={current} sidebar={sidebar} root={root} signOut={signOutHere}>
      {children}
    </Shell>
  );
}
