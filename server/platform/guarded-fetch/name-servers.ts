import { Resolver } from "node:dns/promises";

/** Milliseconds one name server has to answer, and how often it is asked. */
const patience = { timeout: 1500, tries: 2 };

/** Asks these name servers, or where none are named those of the system. */
export function resolverFor(servers: readonly string[]): Resolver {
  const resolver = new Resolver(patience);
  if (servers.length > 0) resolver.setServers(servers);
  return resolver;
}

/** Reads KITH_NAME_SERVERS: `10.0.0.53, [fd00::53]:5353`; null where one of them is no address. */
export function nameServersFrom(list: string): string[] | null {
  const servers = list.split(",").flatMap((it) => it.trim() || []);
  try {
    resolverFor(servers);
    return servers;
  } catch {
    // `setServers` throws for what is no address, which is what was asked.
    return null;
  }
}
