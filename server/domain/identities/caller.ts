import ipaddr from "ipaddr.js";

/** Bits of an IPv6 address that a provider gives out as one: whoever has one address of such a network has 2⁶⁴. */
const network = 64;

/**
 * Who is counted where limits go by address: an IPv4 address, or the IPv6 network (/64) it stands in. What is no address
 * is one caller.
 */
export function callerFrom(address: string | undefined): string {
  if (!address || !ipaddr.isValid(address)) return "unknown";
  const found = ipaddr.process(address);
  if (found.kind() === "ipv4") return found.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${found.toString()}/${network}`).toString();
}
