import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Config } from "../platform/config";
import { log } from "../platform/log";
import { collecting } from "../platform/stale";
import { told } from "./broken";
import { type Captured, capture } from "./capture";
import { cleanRequest, policyFor, scriptHashes, setSafeHeaders } from "./headers";
import { isHealth, sendHealth } from "./health";
import { isOneClick, toOneClick } from "./one-click";
import { orderOf, rememberOrder } from "./order";
import { feedInstead } from "./old-feeds";
import { comesFromHere } from "./origin";
import { type Live, livePath } from "./live";
import { type Page, type PageCache, send, shrinks } from "./page-cache";
import { sendFile, type staticFiles } from "./static";

export type House = {
  config: Config;
  cache: PageCache;
  files: ReturnType<typeof staticFiles>;
  /** Next, once it is ready. */
  next: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null;
  /** Open pages that hear of what comes, once there is something to hear. */
  live: Pick<Live, "open"> | null;
  /** False while news from other instances may be missed: then nothing is answered from the cache. */
  hears: () => boolean;
  isReady: () => Promise<boolean>;
};

const zip = promisify(gzip);
const readers = new Set(["GET", "HEAD"]);

/** Bytes a form may bring: the longest post in UTF-8, and what a form adds to it. An import and a picture have doors of their own. */
const mostBytes = 4 * 1024 * 1024;
const mostImportBytes = 1024 * 1024 * 1024;
const mostPictureBytes = 32 * 1024 * 1024;

/**
 * What a guest may say and still be answered with a page for all: how the bytes are sent, and what only an answer that
 * is never kept may depend on (`sec-fetch-site`, at the door to the provider).
 */
const harmless = new Set([
  "host",
  "connection",
  "accept-encoding",
  "if-none-match",
  "if-modified-since",
  "sec-fetch-site",
  "x-kith-client",
]);

/** What a picture says itself: how long it may be kept, that it is nothing else, and where it may stand. */
const saidByPictures = ["Cache-Control", "Content-Security-Policy", "Cross-Origin-Resource-Policy"];

/** A social card. */
const card = /^\/(?:p\/[0-9a-z]{10}\/)?card\.png$/;

/** Answers one request: the order of these lines is the order of the checks. */
export async function answer(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { config } = house;
  setSafeHeaders(response, config);
  toOriginForm(request);
  const path = pathOf(request);
  if (path === null || path.startsWith("//")) return refuse(response, 400, "This address cannot be read.");
  if (isHealth(path)) return sendHealth(house, path, response);
  if (!readers.has(request.method ?? "") && request.method !== "POST") {
    response.setHeader("Allow", "GET, HEAD, POST");
    return refuse(response, 405, "This way of asking is not known here.");
  }
  if (isOneClick(request, path)) toOneClick(request, path);
  else if (request.method === "POST" && !comesFromHere(request, config))
    return refuse(response, 403, "This form came from another site and was not accepted.");

  cleanRequest(request, config);
  const file = readers.has(request.method ?? "") ? house.files.get(path) : undefined;
  if (file) return sendFile(request, response, file);
  const feed = readers.has(request.method ?? "") ? feedInstead(path, request.headers.accept) : null;
  if (feed) {
    response.setHeader("Vary", "Accept");
    response.writeHead(301, { Location: feed }).end();
    return;
  }
  if (path === livePath && house.live) return house.live.open(request, response);
  if (path.startsWith("/pictures/")) for (const name of saidByPictures) response.removeHeader(name);
  if (card.test(path)) forElsewhere(request, path, response);
  if (!house.next) return refuse(response, 503, "Kith is starting. Please try again in a moment.");
  if (request.method === "POST") {
    const refusal = refusalOf(request, path);
    if (refusal) return refuse(response, ...refusal);
  }
  await page(house, request, response);
}

/** A card is made to be shown elsewhere, says only what everybody may read, and is one picture whatever is asked of it. */
function forElsewhere(request: IncomingMessage, path: string, response: ServerResponse): void {
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  // Without its query and however it was spelt: one address has one card.
  request.url = path;
}

/**
 * Ways that answer whoever asks, among them searches, which nobody else asks again and which are counted for each; what
 * stands under a comment, whose followers are counted by what their browser says; and addresses that hold a secret: a link
 * that was mailed, the first owner's, a feed's.
 */
const forOne = /^\/(?:api|first|l|guest|enter\/mail|settings|pictures|private|unsubscribe|search)(?:\/|$)/;

/** Whether what stands at an address may be kept and given to any guest. */
export const isForAll = (path: string): boolean => !forOne.test(path);

/** A page: from the cache for guests, rendered for a member. */
async function page(house: House, request: IncomingMessage, response: ServerResponse) {
  const order = orderOf(request);
  const isGuest = !/(^|;\s*)(__Host-)?kith=/.test(request.headers.cookie ?? "");
  const mayCache =
    isGuest &&
    readers.has(request.method ?? "") &&
    house.hears() &&
    house.config.production &&
    isForAll(pathOf(request) ?? "");
  if (!mayCache) {
    const made = await render(house, request, response);
    if (!made) return;
    // Only now: what was rendered may bring cookies of its own.
    for (const [name, value] of Object.entries(made.headers)) if (value !== undefined) response.setHeader(name, value);
    rememberOrder(response, order, house.config);
    await sendOwn(request, response, made);
    return;
  }
  // A page that all guests share must not depend on anything one of them sent.
  for (const name of Object.keys(request.headers)) if (!harmless.has(name)) delete request.headers[name];
  const { method } = request;
  // What is kept must be whole, also when the first to ask wants only its head.
  request.method = "GET";
  const kept = await house.cache.page(request.url ?? "/", () => render(house, request, response));
  request.method = method;
  if (!kept) return;
  rememberOrder(response, order, house.config);
  send(request, response, kept);
}

/** Lets Next answer, and finishes the page it made: with the policy its scripts need. Null when it was no page. */
async function render(house: House, request: IncomingMessage, response: ServerResponse): Promise<Page | null> {
  // Next waits for a page's title only where it is told who asks (`htmlLimitedBots` in next.config.js).
  request.headers["user-agent"] ??= "Kith";
  const tags = new Set<string>();
  const { next } = house;
  if (!next) return null;
  const captured = await collecting(tags, () => capture(response, () => next(request, response)));
  if (!captured) return null;
  if (tags.size > 0) tags.add("site");
  const page = captured.status < 500 ? captured : told(captured, await house.isReady());
  return { ...finished(page, house.config), tags };
}

function finished({ status, headers, body }: Captured, config: Config): Captured {
  const { "content-length": _, "transfer-encoding": __, "cache-control": ___, ...rest } = headers;
  const isHtml = String(headers["content-type"] ?? "").startsWith("text/html");
  const policy = policyFor(isHtml ? scriptHashes(body.toString("utf8")) : [], config);
  return { status, headers: { ...rest, "content-security-policy": policy }, body };
}

/** Sends a page that was made for one person. */
async function sendOwn(request: IncomingMessage, response: ServerResponse, page: Captured) {
  const { status, body } = page;
  response.removeHeader("content-length");
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("Vary", "Cookie, Accept-Encoding");
  const zipped = shrinks(page) && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const bytes = zipped ? await zip(body, { level: 4 }) : body;
  if (zipped) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", bytes.length);
  response.writeHead(status);
  response.end(request.method === "HEAD" ? undefined : bytes);
}

const doors = new Map([
  ["/api/imports", mostImportBytes],
  ["/api/pictures", mostPictureBytes],
]);

/** Why a form's body is not read, if so: it must say how long it is before it comes, or nobody could stop it. */
function refusalOf({ headers }: IncomingMessage, path: string): [status: number, sentence: string] | null {
  const isImport = path === "/api/imports";
  if (headers["transfer-encoding"] !== undefined && !isImport) return [411, "This must say how long it is."];
  if (Number(headers["content-length"] ?? 0) > (doors.get(path) ?? mostBytes))
    return [413, "This is more than can be sent at once."];
  return null;
}

/** A proxy may ask by a whole address (RFC 9112, 3.2.2). Which site it names is not believed; the path counts. */
function toOriginForm(request: IncomingMessage): void {
  const { url = "/" } = request;
  if (url.startsWith("/")) return;
  const whole = URL.parse(url);
  request.url = whole && /^https?:$/.test(whole.protocol) ? `${whole.pathname}${whole.search}` : "//";
}

function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent(new URL(request.url ?? "/", "http://kith.invalid").pathname);
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  if (status === 413 || status === 411) response.setHeader("Connection", "close");
  response.writeHead(status).end(`${sentence}\n`);
}

/** An address as the log may have it: without a query, and without the secret that some addresses are. */
export const loggedPath = (url: string): string =>
  url.replace(/[?#].*$/s, "").replace(/^(\/(?:first|private|unsubscribe)\/)[^/.]+/, "$1…");

/** Nothing that goes wrong inside is told outside, but a number to quote. */
export function answerSafely(house: House, request: IncomingMessage, response: ServerResponse): void {
  answer(house, request, response).catch((error: unknown) => {
    const reference = Math.random().toString(36).slice(2, 10);
    log().error({ err: error, reference, path: loggedPath(request.url ?? "") }, "a request broke");
    if (response.headersSent) response.destroy();
    else refuse(response, 500, `Something went wrong on our side. Please quote ${reference} if you write to us.`);
  });
}
