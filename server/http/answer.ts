import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Config } from "../platform/config";
import { log } from "../platform/log";
import { collecting } from "../platform/stale";
import { type Captured, capture } from "./capture";
import { cleanRequest, policyFor, scriptHashes, setSafeHeaders } from "./headers";
import { isHealth, sendHealth } from "./health";
import { comesFromHere } from "./origin";
import { type Page, type PageCache, send } from "./page-cache";
import { sendFile, type staticFiles } from "./static";

export type House = {
  config: Config;
  cache: PageCache;
  files: ReturnType<typeof staticFiles>;
  /** Next, once it is ready. */
  next: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null;
  /** False while news from other instances may be missed: then nothing is answered from the cache. */
  hears: () => boolean;
  isReady: () => Promise<boolean>;
};

const zip = promisify(gzip);
const readers = new Set(["GET", "HEAD"]);

/** Bytes a form may bring: the longest post in UTF-8, and what a form adds to it. An import has its own door. */
const mostBytes = 4 * 1024 * 1024;
const mostImportBytes = 1024 * 1024 * 1024;

/** Answers one request: the order of these lines is the order of the checks. */
export async function answer(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { config } = house;
  setSafeHeaders(response, config);
  const path = pathOf(request);
  if (path === null || path.startsWith("//")) return refuse(response, 400, "This address cannot be read.");
  if (isHealth(path)) return sendHealth(house, path, response);
  if (!readers.has(request.method ?? "") && request.method !== "POST")
    return refuse(response, 405, "This way of asking is not known here.");

  cleanRequest(request);
  const file = readers.has(request.method ?? "") ? house.files.get(path) : undefined;
  if (file) return sendFile(request, response, file);
  if (!house.next) return refuse(response, 503, "Kith is starting. Please try again in a moment.");
  if (request.method === "POST") {
    if (!comesFromHere(request, config))
      return refuse(response, 403, "This form came from another site and was not accepted.");
    const most = path === "/api/imports" ? mostImportBytes : mostBytes;
    if (Number(request.headers["content-length"] ?? 0) > most)
      return refuse(response, 413, "This is more than can be sent at once.");
  }
  await page(house, request, response);
}

/** A page: from the cache for guests, rendered for a member. */
async function page(house: House, request: IncomingMessage, response: ServerResponse) {
  const isGuest = !/(^|;\s*)(__Host-)?kith=/.test(request.headers.cookie ?? "");
  const mayCache =
    isGuest &&
    readers.has(request.method ?? "") &&
    house.hears() &&
    house.config.production &&
    !pathOf(request)?.startsWith("/api/");
  if (!mayCache) {
    const made = await render(house, request, response);
    if (made) await sendOwn(request, response, made);
    return;
  }
  // A page that all guests share must not depend on anything one of them sent.
  for (const name of ["cookie", "range", "accept-language", "user-agent"]) delete request.headers[name];
  const { method } = request;
  // What is kept must be whole, also when the first to ask wants only its head.
  request.method = "GET";
  const kept = await house.cache.page(request.url ?? "/", () => render(house, request, response));
  request.method = method;
  if (kept) send(request, response, kept);
}

/** Lets Next answer, and finishes the page it made: with the policy its scripts need. Null when it was no page. */
async function render(house: House, request: IncomingMessage, response: ServerResponse): Promise<Page | null> {
  const tags = new Set<string>();
  const { next } = house;
  if (!next) return null;
  const captured = await collecting(tags, () => capture(response, () => next(request, response)));
  if (!captured) return null;
  if (tags.size > 0) tags.add("site");
  return { ...finished(captured, house.config), tags };
}

function finished({ status, headers, body }: Captured, config: Config): Captured {
  const { "content-length": _, "transfer-encoding": __, "cache-control": ___, ...rest } = headers;
  const isHtml = String(headers["content-type"] ?? "").startsWith("text/html");
  const policy = policyFor(isHtml ? scriptHashes(body.toString("utf8")) : [], config);
  return { status, headers: { ...rest, "content-security-policy": policy }, body };
}

/** Sends a page that was made for one person. */
async function sendOwn(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Captured) {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.removeHeader("content-length");
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("Vary", "Cookie, Accept-Encoding");
  const zipped = body.length > 1024 && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const bytes = zipped ? await zip(body, { level: 4 }) : body;
  if (zipped) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", bytes.length);
  response.writeHead(status);
  response.end(request.method === "HEAD" ? undefined : bytes);
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
  if (status === 413) response.setHeader("Connection", "close");
  response.writeHead(status).end(`${sentence}\n`);
}

/** Nothing that goes wrong inside is told outside, but a number to quote. */
export function answerSafely(house: House, request: IncomingMessage, response: ServerResponse): void {
  answer(house, request, response).catch((error: unknown) => {
    const reference = Math.random().toString(36).slice(2, 10);
    log().error({ err: error, reference, path: request.url }, "a request broke");
    if (response.headersSent) response.destroy();
    else refuse(response, 500, `Something went wrong on our side. Please quote ${reference} if you write to us.`);
  });
}
