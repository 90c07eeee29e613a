/** No real site: only to see what an address becomes when a browser reads it. */
const here = "https://here.invalid";

/** Encoded slashes, backslashes and controls at the start, which some proxy on the way may decode. */
const disguised = /^\/(%2f|%5c|%0|%1)/i;

/**
 * Where somebody may be sent on to: a path of this site, as a browser would read it. Anything else is the front page:
 * another site in whatever disguise, and our own machinery under /api.
 */
export function ownPath(text: string | null | undefined): string {
  if (!text || text.length > 2000 || !/^\/(?![/\\])/.test(text) || /[\\\p{Cc}\s]/u.test(text) || disguised.test(text))
    return "/";
  const url = URL.parse(text, here);
  if (!url || url.origin !== here || url.pathname.startsWith("//") || /^\/api(\/|$)/i.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/** A path of this site with where to go on from there; the front page needs no saying. */
export const onwards = (path: string, to: string): string =>
  to === "/" ? path : `${path}${path.includes("?") ? "&" : "?"}to=${encodeURIComponent(to)}`;
