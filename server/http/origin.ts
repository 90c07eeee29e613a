import type { IncomingMessage } from "node:http";
import type { Config } from "../platform/config";

/**
 * Whether a request that may change something comes from our own pages (or from no page at all: a program without
 * cookies). Browsers send Origin or Sec-Fetch-Site with every such request; one that carries a cookie and neither is
 * refused.
 */
export function comesFromHere({ headers }: Pick<IncomingMessage, "headers">, { url }: Pick<Config, "url">): boolean {
  const { origin, host, cookie } = headers;
  if (origin !== undefined) return origin === url || (!url.startsWith("https:") && sameHost(origin, host));
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  return cookie === undefined;
}

/**
 * An address without KITH_URL is reached by several names (localhost, 127.0.0.1): the one that was asked counts. A site
 * that is reached by https has one name, and what comes from that name by http may be anybody's.
 */
function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
