import { Client } from "pg";
import { channel } from "#/db/channel";
import { log } from "../platform/log";
import { raise, raiseAll } from "../platform/stale";

export type News = { hears: () => boolean; close: () => Promise<void> };

/** One piece of news: the fact by its name, null where nobody named one, and the tags of pages it made untrue. */
type Piece = { about: string | null; tags: string[] };

const retryAfter = 500;

/** A line that was cut without a word looks open for hours: it is asked this often, and must answer this soon. */
const askedEvery = 3_000;
const answersWithin = 2_000;

/**
 * Hears what any Kith on this database told, once it is committed: cached pages are dropped by tag, and `onNews` is
 * called so that jobs start and open pages hear of it at once. While the line is down nothing may be answered from the
 * cache.
 * @param onNews is given the news, or null when some may have been missed
 */
export function listen(url: string, onNews: (piece: Piece | null) => void): News {
  let client: Client | null = null;
  let connected = false;
  let closing = false;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    const next = new Client({
      connectionString: url,
      application_name: `kith-news:${process.pid}`,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: answersWithin,
    });
    next.on("error", () => lost(next));
    next.on("end", () => lost(next));
    next.on("notification", ({ payload }) => {
      const piece = pieceIn(payload);
      raise(piece.tags);
      onNews(piece);
    });
    client = next;
    await next.connect();
    await next.query(`listen ${channel}`);
    raiseAll();
    connected = true;
    onNews(null);
  };
  const lost = (which: Client) => {
    if (which !== client || closing) return;
    client = null;
    if (connected) log().warn("the line to the database's news is down; pages are made anew until it is back");
    connected = false;
    void which.end().catch(() => undefined);
    retry = setTimeout(start, retryAfter);
  };
  const start = () => {
    connect().catch(() => {
      if (client) lost(client);
    });
  };
  const asks = setInterval(() => {
    const asked = client;
    if (asked && connected) asked.query("select 1").catch(() => lost(asked));
  }, askedEvery);
  asks.unref();
  start();

  return {
    hears: () => connected,
    close: async () => {
      closing = true;
      connected = false;
      clearTimeout(retry);
      clearInterval(asks);
      await client?.end().catch(() => undefined);
    },
  };
}

/** Also a bare list of tags is news, as an operator may say it by hand: of a fact nobody named. */
function pieceIn(payload: string | undefined): Piece {
  try {
    const said: unknown = JSON.parse(payload ?? "[]");
    if (Array.isArray(said)) return { about: null, tags: said.filter(isText) };
    const { about, tags }: { about?: unknown; tags?: unknown } = Object(said);
    return { about: isText(about) ? about : null, tags: Array.isArray(tags) ? tags.filter(isText) : [] };
  } catch {
    return { about: null, tags: [] };
  }
}

const isText = (thing: unknown): thing is string => typeof thing === "string";
