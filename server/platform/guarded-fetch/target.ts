import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { FetchRefused } from "./errors";
import { isOwn, type PrivateHost } from "./private-hosts";

/** Longer addresses serve nobody who reads them. */
const longest = 2048;
/** Where web sites listen; the empty one is the scheme's own. */
const sanePorts = new Set(["", "80", "443", "8000", "8008", "8080", "8443", "8888"]);

/**
 * What somebody typed, as an address we may ask: http or https, a usual port, no name or password inside it.
 * Whether the host is a public one shows when it is connected to, not here.
 */
export function targetOf(address: string, own: readonly PrivateHost[]): URL {
  const url = address.length <= longest ? URL.parse(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new FetchRefused("bad-address");
  url.hash = "";
  if (isOwn(own, url)) return url;
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal)) {
    if (!isPublic(literal)) throw new FetchRefused("private-address");
  } else if (!url.hostname.replace(/\.$/, "").includes(".")) {
    throw new FetchRefused("bad-address");
  }
  if (!sanePorts.has(url.port)) throw new FetchRefused("bad-address");
  return url;
}

/**
 * Whether an address belongs to the public internet. Loopback, private, link-local, shared, benchmark, documentation,
 * multicast, mapped and tunnelled ones do not; of IPv6 only 2000::/3 is given out.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip.range() !== "unicast") return false;
  return ip.kind() === "ipv4" || (Number.parseInt(ip.toNormalizedString(), 16) & 0xe000) === 0x2000;
}
