import { config } from "../config";
import { textRecordsFrom } from "./connect";
import { FetchRefused, type NotFetched } from "./errors";
import { type Asked, type Fetched, Guard, type Known } from "./guard";
import { targetOf } from "./target";

export { FetchRefused, type NotFetched } from "./errors";
export type { Asked, Fetched, Known } from "./guard";

const shared = globalThis as typeof globalThis & { kithGuard?: Guard };

/** The guard of this process. Next's bundle and the server's share it, and with it the turns at every host. */
const guard = (): Guard => {
  shared.kithGuard ??= new Guard({
    privateHosts: config().privateHosts,
    nameServers: config().nameServers,
    agent: `Kith (+${config().url})`,
  });
  return shared.kithGuard;
};

/**
 * Brings what a member's address holds, by GET: public addresses only (looked at when connecting, at every redirect),
 * 5 s, 2 MiB unpacked, 3 redirects, no cookies. Every address somebody typed is fetched by this and by nothing else.
 * Throws `FetchRefused`; how often one member may ask is the caller's to count.
 */
export const guardedFetch = (address: string, asked?: Asked): Promise<Fetched> => guard().fetch(address, asked);

/** The same, or null when the other side says that nothing changed since `known`. */
export const guardedFetchIfNew = (address: string, known: Known, asked?: Asked): Promise<Fetched | null> =>
  guard().fetchIfNew(address, known, asked);

/**
 * Sends a form to an address, guarded in the same way; a redirect is not followed, and of the answer only its status
 * is read. Throws `FetchRefused`, also for every status but 2xx.
 */
export const guardedPost = (address: string, form: URLSearchParams): Promise<void> => guard().post(address, form);

/** An address as it would be asked, or why it never would be; what only shows when it is connected to is not known yet. */
export function askable(address: string): URL | NotFetched {
  try {
    return targetOf(address, config().privateHosts);
  } catch (error) {
    if (error instanceof FetchRefused) return error.because;
    throw error;
  }
}

/**
 * The addresses a typed one may mean, the best first: what has a scheme means itself, a bare domain is https, or http
 * where nobody answers there.
 */
export const addressesMeant = (typed: string): string[] =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? [typed] : [`https://${typed}`, `http://${typed}`];

/** Brings what a typed address holds: https first, http only where https was not reached. Half the time for each. */
export async function guardedFetchTyped(typed: string, asked: Asked = {}): Promise<Fetched> {
  const [first = typed, second] = addressesMeant(typed);
  if (!second) return guardedFetch(first, asked);
  const within = (asked.within ?? 5_000) / 2;
  try {
    return await guardedFetch(first, { ...asked, within });
  } catch (error) {
    if (!(error instanceof FetchRefused) || !["unreachable", "too-slow"].includes(error.because)) throw error;
    return guardedFetch(second, { ...asked, within });
  }
}

/** The TXT records of a name, each in one piece; null where no name server answered. */
export const textRecords = (name: string): Promise<string[] | null> => textRecordsFrom(config().nameServers, name);
