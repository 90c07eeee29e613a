import clsx from "clsx";
import { Avatar } from "#/components/ui/avatar";
import { Count } from "#/components/ui/badge";
import { Menu } from "#/components/ui/menu";
import { VisuallyHidden } from "#/components/ui/visually-hidden";
import { Find } from "./find";
import { Mark } from "./mark";
import type { Place, ShellViewer, Site } from "./types";

type HeaderProps = {
  viewer: ShellViewer | null;
  site: Site;
  current?: Place | undefined;
  signOut?: (() => Promise<void>) | undefined;
};

type Way = { place: Place; href: string; words: string; count?: number; what?: string };

function waysOf(viewer: ShellViewer | null): Way[] {
  const front: Way = { place: "front", href: "/", words: "Front page" };
  if (!viewer) {
    return [
      front,
      { place: "enter", href: "/enter", words: "Sign in" },
      { place: "join", href: "/join", words: "Join" },
    ];
  }
  const tends = viewer.role !== "member";
  return [
    front,
    { place: "feed", href: "/feed", words: "Feed" },
    { place: "requests", href: "/requests", words: "Requests", count: viewer.waitingRequests, what: "waiting" },
    { place: "notifications", href: "/notifications", words: "Notifications", count: viewer.unread, what: "unread" },
    ...(tends
      ? [{ place: "queue", href: "/queue", words: "Queue", count: viewer.queue, what: "waiting" } as const]
      : []),
    { place: "write", href: "/write", words: "Write" },
  ];
}

/** The mark, the site's name and the ways from here. On a phone a member's ways lie at the foot of the screen. */
export function Header({ viewer, site, current, signOut }: HeaderProps) {
  return (
    <header className="top-line">
      <div className={clsx("top", viewer && "top--member")}>
        <a className="brand" href="/">
          <Mark />
          <span>{site.title}</span>
        </a>
        <Find />
        <nav className={clsx("nav", viewer && "nav--member")} aria-label="Main">
          <ul>
            {waysOf(viewer).map(({ place, href, words, count = 0, what = "" }) => (
              <li key={place} className={`nav-${place}`}>
                <a href={href} aria-current={place === current ? "page" : undefined}>
                  <span>
                    {words}
                    <Count of={count} what={what} />
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
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
