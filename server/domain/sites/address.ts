/** A host as it is compared: without `www.`, which is the same house. */
export const hostOf = (address: string): string => (URL.parse(address)?.host ?? "").replace(/^www\./, "");

/**
 * Whether something may be shown as a site's own: it lies on the site's host, or on one below it. A feed can name
 * anything; what lies elsewhere is somebody else's.
 */
export function liesOn(url: string, host: string): boolean {
  const its = hostOf(url);
  return its !== "" && host !== "" && (its === host || its.endsWith(`.${host}`));
}

/** A host and those above it, down to two parts: a ban of one holds for what lies below it. */
export function hostsAbove(host: string): string[] {
  const parts = host.replace(/:\d+$/, "").split(".");
  return parts.slice(0, -1).map((_, at) => parts.slice(at).join("."));
}
