import type { IncomingMessage, ServerResponse } from "node:http";
import type { Config } from "../platform/config";

/** The orders a reader may choose between; any other word is nobody's choice. */
const orders: readonly string[] = ["oldest", "newest", "discussed", "unread"];

/** The order of a post's conversations when nobody chose another: its address goes without. */
const standard = "oldest";

/** A year, in seconds. */
const kept = 365 * 24 * 60 * 60;

/** A post with its comments; neither its feeds and its card nor one comment of it. */
const thread = /^\/p\/[0-9a-z]{10}\/(?!comments\.(?:atom|rss|json)$|card\.png$|hide$)[^/]+$/;

type Asked = Pick<IncomingMessage, "method" | "url" | "headers">;

/**
 * Remembers the order in which somebody wants to read. Whoever asks for a thread without saying how gets the order they
 * chose last: the address that pages are rendered and kept by is rewritten, so that no order is served under another's.
 * With `once` an order is for this time only, and a place further on in an order chooses none.
 * @returns the order to remember from now on, or null when there is nothing new
 */
export function orderOf(request: Asked): string | null {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://kith.invalid");
  if (!/^(GET|HEAD)$/.test(request.method ?? "") || !thread.test(pathname) || searchParams.has("c")) return null;
  const chosen = orderIn(request.headers.cookie);
  const asked = searchParams.getAll("order");
  const [order] = asked;
  if (order !== undefined) {
    if (searchParams.has("once") || searchParams.has("cursor")) return null;
    const isNew = asked.length === 1 && orders.includes(order) && order !== chosen;
    return isNew ? order : null;
  }
  // A cursor is a place in one order: without one it is a place in the standard order.
  if (chosen === null || chosen === standard || searchParams.has("cursor")) return null;
  searchParams.append("order", chosen);
  request.url = `${pathname}?${searchParams}`;
  return null;
}

function orderIn(cookies = ""): string | null {
  const order = /(?:^|;\s*)kith-order=([a-z]+)(?:;|$)/.exec(cookies)?.[1];
  return order !== undefined && orders.includes(order) ? order : null;
}

/** Sends an order to be remembered along with an answer. Set while sending, it is never part of a page that is kept. */
export function rememberOrder(response: ServerResponse, order: string | null, { url }: Pick<Config, "url">): void {
  if (order === null || response.headersSent) return;
  const secure = url.startsWith("https:") ? "; Secure" : "";
  response.appendHeader("Set-Cookie", `kith-order=${order}; Path=/p; Max-Age=${kept}; SameSite=Lax; HttpOnly${secure}`);
}
