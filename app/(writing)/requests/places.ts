/** The pages of the network and its requests, as far as an act may arrive at them again. */
const places = [
  "/feed",
  "/requests",
  "/requests/sent",
  "/requests/declined",
  "/network",
  "/network/blocked",
  "/network/muted",
];

/** The page a form stood on. Anything but one of ours becomes the list of requests. */
export const placeOf = (text: string): string =>
  places.includes(text) || /^\/m\/[a-z0-9_-]{3,30}\/connect$/.test(text) ? text : "/requests";

/** A page's address with what was just done there, for the line that offers the way back. */
export function withDeed(place: string, deed: { did: string; who?: string; request?: string; count?: number }): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(deed)) if (value !== undefined) asked.set(name, String(value));
  return `${placeOf(place)}?${asked}`;
}

/** The one value an address gives for a name. */
export const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

export type Search = Promise<Record<string, string | string[] | undefined>>;

/** Where a list goes on, as `{ cursor }` or nothing. */
export async function cursorOf(search: Search): Promise<{ cursor?: string }> {
  const cursor = one((await search).cursor);
  return cursor ? { cursor } : {};
}

export const olderOf = (place: string, next: string | null): string | undefined =>
  next ? `${place}?cursor=${encodeURIComponent(next)}` : undefined;

export const requestTabs = (here: string) =>
  [
    { href: "/requests", words: "Received" },
    { href: "/requests/sent", words: "Sent" },
    { href: "/requests/declined", words: "Declined" },
  ].map((tab) => ({ ...tab, here: tab.href === here }));

export const networkTabs = (here: string) =>
  [
    { href: "/network", words: "Connections" },
    { href: "/network/muted", words: "Muted" },
    { href: "/network/blocked", words: "Blocked" },
  ].map((tab) => ({ ...tab, here: tab.href === here }));
