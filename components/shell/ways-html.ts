import { escaped } from "../ui/escaped";
import { strokes } from "./mark";
import type { Place, ShellViewer, Site } from "./types";

type Around = { viewer: ShellViewer | null; site: Site; current?: Place | undefined };

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

const mark = `<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="${strokes}"/></svg>`;

/** The way to search, from anywhere: a box where there is room for one, else a sign that leads to it. */
const find = `<form class="find" action="/search" role="search" aria-label="Search the site"><input type="search" name="q" aria-label="Search" placeholder="Search" maxlength="200" dir="auto"></form><a class="find-sign" href="/search" aria-label="Search"><svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/></svg></a>`;

/** How many are waiting, after a word; `what` is said to those who listen. */
const countHtml = (of: number, what: string): string =>
  of > 0 ? ` <span class="count">${of > 99 ? "99+" : of}</span><span class="sr-only"> ${what}</span>` : "";

/**
 * The mark, the site's name, the search and the ways from here. A string, because every page has it: a page's data would
 * carry all of it once more.
 */
export function waysHtml({ viewer, site, current }: Around): string {
  const ways = waysOf(viewer).map(({ place, href, words, count = 0, what = "" }) => {
    const here = place === current ? ' aria-current="page"' : "";
    return `<li class="nav-${place}"><a href="${href}"${here}><span>${words}${countHtml(count, what)}</span></a></li>`;
  });
  const member = viewer ? " nav--member" : "";
  return `<a class="brand" href="/">${mark}<span>${escaped(site.title)}</span></a>${find}<nav class="nav${member}" aria-label="Main"><ul>${ways.join("")}</ul></nav>`;
}
