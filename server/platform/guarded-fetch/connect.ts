import { lookup as systemLookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { FetchRefused } from "./errors";
import { resolverFor } from "./name-servers";
import { isOwn, type PrivateHost } from "./private-hosts";
import { isPublic } from "./target";

export type Found = { address: string; family: number };
/** Asks for the addresses of a name. Handed in by tests; called anew for every connection. */
export type Resolve = (name: string) => Promise<Found[]>;

/** Asks the name servers themselves: the system's own lookup would hold one of four threads until it gives up. */
export const askNameServers =
  (servers: readonly string[]): Resolve =>
  async (name) => {
    const resolver = resolverFor(servers);
    const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    return [
      ...(four.status === "fulfilled" ? four.value.map((address) => ({ address, family: 4 })) : []),
      ...(six.status === "fulfilled" ? six.value.map((address) => ({ address, family: 6 })) : []),
    ];
  };

/** The TXT records of a name, each in one piece; null where no name server answered. */
export async function textRecordsFrom(servers: readonly string[], name: string): Promise<string[] | null> {
  try {
    return (await resolverFor(servers).resolveTxt(name)).map((pieces) => pieces.join(""));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "ENOTFOUND" || code === "ENODATA" ? [] : null;
  }
}

/** A host of the operator's own is known to the system; what ends in `localhost` is this machine (RFC 6761). */
const askTheSystem: Resolve = async (name) =>
  /(^|\.)localhost\.?$/.test(name) ? [{ address: "127.0.0.1", family: 4 }] : systemLookup(name, { all: true });

/** A lookup for sockets: the socket connects to what this gives, so nothing can change between the check and the call. */
const lookupBy =
  (resolve: Resolve, mayUse: (address: string) => boolean): LookupFunction =>
  (name, { all }, done) => {
    resolve(name).then(
      (found) => {
        const usable = found.filter(({ address }) => mayUse(address));
        const [first] = usable;
        if (!first) {
          done(new FetchRefused(found.length > 0 ? "private-address" : "unreachable"), "", 0);
        } else if (all) done(null, usable);
        else done(null, first.address, first.family);
      },
      (error: Error) => done(error, "", 0),
    );
  };

/** An agent whose every connection goes to a public address, or to a host the operator named. Keeps no cookies. */
export function guardedAgent(own: readonly PrivateHost[], resolve: Resolve): Agent {
  const options = { allowH2: false, timeout: 4_000 };
  const outside = buildConnector({ ...options, lookup: lookupBy(resolve, isPublic) });
  const inside = buildConnector({ ...options, lookup: lookupBy(askTheSystem, () => true) });
  const connect: buildConnector.connector = (to, done) => {
    const name = isIP(to.hostname) === 6 ? `[${to.hostname}]` : to.hostname;
    const url = URL.parse(`${to.protocol}//${name}${to.port && `:${to.port}`}`);
    if (!url) return done(new FetchRefused("bad-address"), null);
    if (isOwn(own, url)) return inside(to, done);
    if (isIP(to.hostname) && !isPublic(to.hostname)) return done(new FetchRefused("private-address"), null);
    outside(to, (...[error, socket]) => {
      if (error) return done(error, null);
      if (isPublic(socket.remoteAddress ?? "")) return done(null, socket);
      socket.destroy();
      done(new FetchRefused("private-address"), null);
    });
  };
  // A second is for redirects within one host; what the other side offers is not taken.
  const keeping = { keepAliveTimeout: 1_000, keepAliveMaxTimeout: 1_000 };
  return new Agent({ ...keeping, connect, connections: 2, pipelining: 1, maxHeaderSize: 32_768 });
}
