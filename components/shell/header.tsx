import clsx from "clsx";
import { Island } from "#/components/comments/island";
import { putIsland } from "#/components/comments/islands";
import { Avatar } from "#/components/ui/avatar";
import { Count } from "#/components/ui/badge";
import { Menu } from "#/components/ui/menu";
import { VisuallyHidden } from "#/components/ui/visually-hidden";
import { waysHtml } from "./ways-html";
import type { Place, ShellViewer, Site } from "./types";

type HeaderProps = {
  viewer: ShellViewer | null;
  site: Site;
  current?: Place | undefined;
  signOut?: (() => Promise<void>) | undefined;
};

/** The mark, the site's name and the ways from here. On a phone a member's ways lie at the foot of the screen. */
export function Header({ viewer, site, current, signOut }: HeaderProps) {
  return (
    <header className="top-line">
      <div className={clsx("top", viewer && "top--member")}>
        <Island className="contents" island={putIsland(waysHtml({ viewer, site, current }))} />
        {viewer && <Account viewer={viewer} signOut={signOut} />}
      </div>
    </header>
  );
}

function Account({ viewer, signOut }: { viewer: ShellViewer; signOut: HeaderProps["signOut"] }) {
  return (
    <Menu
      align="end"
      label={
        <>
          <Avatar name={viewer.name} handle={viewer.handle} size="small" />
          <VisuallyHidden>{viewer.name}, your menu</VisuallyHidden>
        </>
      }
    >
      {viewer.role !== "member" && (
        <li className="menu-queue">
          <a href="/queue">
            Queue
            <Count of={viewer.queue} what="waiting" />
          </a>
        </li>
      )}
      <li>
        <a href={`/m/${viewer.handle}`}>Your page</a>
      </li>
      <li>
        <a href="/drafts">Your drafts</a>
      </li>
      <li>
        <a href="/door">Who came by</a>
      </li>
      <li>
        <a href="/network">Your network</a>
      </li>
      <li>
        <a href="/settings">Settings</a>
      </li>
      {viewer.role === "owner" && (
        <>
          <li>
            <a href="/site">The site</a>
          </li>
          <li>
            <a href="/imports">Imports</a>
          </li>
          <li>
            <a href="/dev/mail">Letters</a>
          </li>
        </>
      )}
      {signOut && (
        <li>
          <form action={signOut}>
            <button type="submit">Sign out</button>
          </form>
        </li>
      )}
    </Menu>
  );
}
