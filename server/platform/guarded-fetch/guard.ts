import { type Agent, fetch, type RequestInit, type Response } from "undici";
import { decode } from "./charset";
import { askNameServers, guardedAgent, type Resolve } from "./connect";
import { FetchRefused, refusalOf } from "./errors";
import { type Politeness, polite, Turns } from "./politeness";
import type { PrivateHost } from "./private-hosts";
import { targetOf } from "./target";

/** What a caller may ask for beyond the standards: narrower, never wider. */
export type Asked = {
  /** What may come: `text/html`, or a whole kind as `image/*`. Nothing named means anything; no Content-Type passes. */
  types?: readonly string[];
  /** At most so many bytes, unpacked. Never more than 2 MiB. */
  most?: number;
  /** Whether the operator's own hosts are left out: for somebody who is not one of theirs. */
  publicOnly?: boolean;
  /** Milliseconds for all of it: names, connections, redirects, body. Never more than 5 s. */
  within?: number;
};

/** What the last answer said of its version; sent back, so that an unchanged one need not come again. */
export type Known = { etag: string | null; lastModified: string | null };

/** What came. Everything in it was written by a stranger. */
export type Fetched = Known & {
  /** Where it was found in the end, after redirects. */
  address: string;
  /** Content-Type without its parameters, in small letters; empty where none was said. */
  type: string;
  /** The Link header, as it came. */
  link: string | null;
  body: Uint8Array;
  /** The body in its charset. */
  text: () => string;
};

export type GuardSettings = {
  privateHosts: readonly PrivateHost[];
  /** How we call ourselves. */
  agent: string;
  nameServers?: readonly string[];
  resolve?: Resolve;
  politeness?: Politeness;
};

const mostBytes = 2 * 1024 * 1024;
const mostTime = 5_000;
const mostRedirects = 3;
/** Forms are sent only to a host that the operator chose for that. */
const sendsPerMinute = 600;

/** Asks the outside world on somebody's behalf, and lets nothing of it reach the inside. One for a process. */
export class Guard {
  readonly #settings: GuardSettings;
  readonly #agent: Agent;
  readonly #outside: Agent;
  readonly #turns: Turns;
  readonly #sending: Turns;

  constructor(settings: GuardSettings) {
    this.#settings = settings;
    const resolve = settings.resolve ?? askNameServers(settings.nameServers ?? []);
    this.#agent = guardedAgent(settings.privateHosts, resolve);
    this.#outside = guardedAgent([], resolve);
    this.#turns = new Turns(settings.politeness);
    this.#sending = new Turns({ ...(settings.politeness ?? polite), perMinute: sendsPerMinute });
  }

  /** Brings what is at an address, by GET. Throws `FetchRefused`, also for every status but 2xx. */
  async fetch(address: string, asked: Asked = {}): Promise<Fetched> {
    const fetched = await this.fetchIfNew(address, { etag: null, lastModified: null }, asked);
    if (!fetched) throw new FetchRefused("status", { status: 304 });
    return fetched;
  }

  /** The same, or null where the other side says that nothing changed since. */
  async fetchIfNew(address: string, known: Known, asked: Asked = {}): Promise<Fetched | null> {
    const patience = patienceFor(asked);
    let url = targetOf(address, this.#ownFor(asked));
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const came = await this.#ask(url, known, asked, patience);
      if (!(came instanceof URL)) return came;
      url = came;
    }
    throw new FetchRefused("too-many-redirects");
  }

  /**
   * Sends a form to an address, and waits until its answer begins: of what it says only its status is looked at. Nothing
   * is sent on to where a redirect points. Throws `FetchRefused`, also for every status but 2xx.
   */
  async post(address: string, form: URLSearchParams, asked: Pick<Asked, "within"> = {}): Promise<void> {
    const url = targetOf(address, this.#settings.privateHosts);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const sent = {
      method: "POST",
      body: form.toString(),
      headers,
      dispatcher: this.#agent,
      signal: patienceFor(asked),
    };
    await this.#turn(url, { ...sent, turns: this.#sending }, async ({ ok, status }) => {
      if (!ok) throw new FetchRefused("status", { status });
    });
  }

  #ownFor({ publicOnly }: Asked): readonly PrivateHost[] {
    return publicOnly ? [] : this.#settings.privateHosts;
  }

  /** One request: what it brought, null for "not modified", or where it points. */
  #ask(url: URL, known: Known, asked: Asked, patience: AbortSignal): Promise<Fetched | URL | null> {
    const dispatcher = asked.publicOnly ? this.#outside : this.#agent;
    const sent = { headers: headersFor(known, asked), dispatcher, signal: patience, turns: this.#turns };
    return this.#turn(url, sent, (response) => this.#read(url, response, asked));
  }

  /** Waits for a turn at the host, sends one request, and ends the connection when its answer was read. */
  async #turn<Answer>(
    url: URL,
    { turns, headers, signal: patience, ...request }: Sent,
    read: (response: Response) => Promise<Answer>,
  ): Promise<Answer> {
    const giveBack = await turns.take(url.hostname, patience);
    const cut = new AbortController();
    try {
      const response = await fetch(url, {
        ...request,
        redirect: "manual",
        credentials: "omit",
        signal: AbortSignal.any([patience, cut.signal]),
        headers: { "user-agent": this.#settings.agent, ...headers },
      });
      return await read(response);
    } catch (error) {
      throw patience.aborted ? new FetchRefused("too-slow", { cause: error }) : refusalOf(error);
    } finally {
      cut.abort();
      giveBack();
    }
  }

  async #read(url: URL, response: Response, asked: Asked): Promise<Fetched | URL | null> {
    const { status, headers } = response;
    if (status === 304) return null;
    const location = headers.get("location");
    if ([301, 302, 303, 307, 308].includes(status) && location !== null) {
      const next = URL.parse(location, url);
      if (!next) throw new FetchRefused("bad-address");
      return targetOf(next.href, this.#ownFor(asked));
    }
    if (!response.ok) throw new FetchRefused("status", { status });
    const type = typeOf(headers.get("content-type"));
    if (!isWelcome(type.essence, asked.types)) throw new FetchRefused("wrong-type");
    const body = await bytesOf(response, Math.min(asked.most ?? mostBytes, mostBytes));
    return {
      address: url.href,
      type: type.essence,
      link: headers.get("link"),
      etag: short(headers.get("etag")),
      lastModified: short(headers.get("last-modified")),
      body,
      text: () => decode(body, type.charset),
    };
  }
}

type Sent = Pick<RequestInit, "method" | "body" | "dispatcher"> & {
  headers: Record<string, string>;
  signal: AbortSignal;
  turns: Turns;
};

const patienceFor = ({ within = mostTime }: Pick<Asked, "within">): AbortSignal =>
  AbortSignal.timeout(Math.ceil(Math.max(1, Math.min(within, mostTime))));

function headersFor({ etag, lastModified }: Known, { types }: Asked): Record<string, string> {
  return {
    accept: types ? `${types.join(", ")}, */*;q=0.1` : "*/*",
    ...(etag !== null && { "if-none-match": etag }),
    ...(lastModified !== null && { "if-modified-since": lastModified }),
  };
}

function typeOf(header: string | null): { essence: string; charset: string | null } {
  const [essence = "", ...parameters] = (header ?? "").split(";");
  const charset = parameters.map((it) => /^\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(it)?.[1]).find(Boolean);
  return { essence: essence.trim().toLowerCase(), charset: charset ?? null };
}

const isWelcome = (type: string, welcome: readonly string[] | undefined): boolean =>
  !welcome || type === "" || welcome.some((it) => (it.endsWith("/*") ? type.startsWith(it.slice(0, -1)) : it === type));

/** Reads a body as it unpacks, and stops at the first byte too many. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (Number(response.headers.get("content-length")) > most) throw new FetchRefused("too-large");
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > most) throw new FetchRefused("too-large");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** A validator longer than this is not worth keeping. */
const short = (header: string | null): string | null => (header !== null && header.length <= 300 ? header : null);
