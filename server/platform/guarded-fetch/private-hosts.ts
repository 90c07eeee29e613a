/** One entry of KITH_PRIVATE_HOSTS: a host of the operator's own that may be asked although its address is private. */
export type PrivateHost = { host: string; port: string | null };

const entry = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/;

/**
 * Reads KITH_PRIVATE_HOSTS: `blog.intranet, 10.0.0.7:8080, [fd00::7]`. Without a port every port of the host is meant.
 * @returns null where an entry cannot be read
 */
export function privateHostsFrom(list: string): PrivateHost[] | null {
  const read = list
    .split(",")
    .map((it) => it.trim().toLowerCase())
    .filter((it) => it !== "")
    .map((it) => entry.exec(it));
  const hosts = read.flatMap((match) => (match?.[1] ? [{ host: match[1], port: match[2] ?? null }] : []));
  return hosts.length === read.length ? hosts : null;
}

/** Whether the operator named this address as one of their own. */
export const isOwn = (own: readonly PrivateHost[], { hostname, port, protocol }: URL): boolean => {
  const asked = port || (protocol === "https:" ? "443" : "80");
  return own.some((it) => it.host === hostname && (it.port === null || it.port === asked));
};
