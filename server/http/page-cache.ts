import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { momentNow, movedSince } from "../platform/stale";

/** A finished answer, before it is compressed. */
export type Page = { status: number; headers: OutgoingHttpHeaders; body: Buffer; tags: ReadonlySet<string> };

type Kept = Page & {
  moment: number;
  keptAt: number;
  etag: string;
  /** Since when it has had these bytes, as far as this process knows. */
  changedAt: number;
  br: Buffer | null;
  gz: Buffer | null;
  bytes: number;
};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Finished public pages by address, with the tags they were made from; see docs/architecture.md.
 * Answers that carry a cookie, were not made for everybody, or whose tags moved while they were rendered are never kept.
 */
export class PageCache {
  private readonly pages = new Map<string, Kept>();
  private readonly rendering = new Map<string, Promise<Kept | null>>();
  private bytes = 0;
  private readonly most: number;
  private readonly longest: number;

  /**
   * @param most bytes it may hold in all (default 64 MiB)
   * @param longest milliseconds an answer is kept even when nothing tells of a change: relative times grow old
   */
  constructor({ most = 64 * 1024 * 1024, longest = 300_000 } = {}) {
    this.most = most;
    this.longest = longest;
  }

  /**
   * The page at an address: kept, or rendered once for all who wait for it.
   * @param render gives the page, or null where it answered by itself with something that is no page
   */
  async page(address: string, render: () => Promise<Page | null>): Promise<Kept | null> {
    const kept = this.pages.get(address);
    if (kept && this.isTrue(kept)) {
      this.pages.delete(address);
      this.pages.set(address, kept);
      return kept;
    }
    if (kept) this.drop(address, kept);
    const waiting = this.rendering.get(address);
    if (waiting) {
      const page = await waiting;
      if (!page || page.headers["set-cookie"] !== undefined) return this.fill(address, render);
      // Whoever came after a change must not be served what was rendered before it.
      return this.isTrue(page) ? page : this.page(address, render);
    }
    const work = this.fill(address, render, kept).finally(() => this.rendering.delete(address));
    this.rendering.set(address, work);
    return work;
  }

  get size() {
    return { pages: this.pages.size, bytes: this.bytes };
  }

  private isTrue(page: Kept): boolean {
    return !movedSince(page.moment, page.tags) && Date.now() - page.keptAt < this.longest;
  }

  /** @param before what was kept at this address until now */
  private async fill(address: string, render: () => Promise<Page | null>, before?: Kept): Promise<Kept | null> {
    const moment = momentNow();
    const page = await render();
    if (!page) return null;
    const [br, gz] = await Promise.all([compressed(page, "br"), compressed(page, "gzip")]);
    const etag = `W/"${createHash("sha256").update(page.body).digest("base64url").slice(0, 22)}"`;
    const bytes = page.body.length + (br?.length ?? 0) + (gz?.length ?? 0) + 1024;
    const keptAt = Date.now();
    const changedAt = before?.etag === etag ? before.changedAt : keptAt;
    const kept: Kept = { ...page, moment, keptAt, etag, changedAt, br, gz, bytes };
    if (mayKeep(page) && this.isTrue(kept)) this.keep(address, kept);
    return kept;
  }

  private keep(address: string, page: Kept) {
    const before = this.pages.get(address);
    if (before) this.drop(address, before);
    this.pages.set(address, page);
    this.bytes += page.bytes;
    for (const [oldest, kept] of this.pages) {
      if (this.bytes <= this.most) return;
      this.drop(oldest, kept);
    }
  }

  private drop(address: string, page: Kept) {
    if (this.pages.get(address) !== page) return;
    this.pages.delete(address);
    this.bytes -= page.bytes;
  }
}

const mayKeep = ({ status, headers, tags }: Page) =>
  status === 200 && tags.size > 0 && headers["set-cookie"] === undefined;

/** Whether a body becomes shorter by being compressed: pictures are already. */
export const shrinks = ({ headers, body }: Pick<Page, "headers" | "body">): boolean =>
  body.length > 1024 && !String(headers["content-type"] ?? "").startsWith("image/");

async function compressed(page: Page, how: "br" | "gzip"): Promise<Buffer | null> {
  const { body } = page;
  if (!shrinks(page)) return null;
  if (how === "gzip") return zip(body, { level: 6 });
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** Sends a page in the best form the reader takes, or only that nothing changed. */
export function send(request: IncomingMessage, response: ServerResponse, page: Kept): void {
  const { status, headers, etag } = page;
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.setHeader("Vary", "Cookie, Accept-Encoding");
  if (status !== 200 || page.tags.size === 0) response.setHeader("Cache-Control", "no-store");
  else {
    const whose = response.hasHeader("set-cookie") ? "private" : "public";
    response.setHeader("Cache-Control", `${whose}, max-age=0, must-revalidate`);
    response.setHeader("ETag", etag);
    const changed = sinceWhen(page);
    if (changed) response.setHeader("Last-Modified", changed);
    if (isKnown(request.headers, etag, changed)) {
      response.writeHead(304).end();
      return;
    }
  }
  const { body, encoding } = bestFor(request.headers["accept-encoding"], page);
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
  response.writeHead(status);
  response.end(request.method === "HEAD" ? undefined : body);
}

function bestFor(accepted: string | string[] | undefined, { body, br, gz }: Kept) {
  const takes = String(accepted ?? "");
  if (br && /\bbr\b/.test(takes)) return { body: br, encoding: "br" };
  if (gz && /\bgzip\b/.test(takes)) return { body: gz, encoding: "gzip" };
  return { body, encoding: null };
}

/** How long the bytes must have been the same before their second is named: a change within it could not be told. */
const settled = 1000;

const sinceWhen = ({ changedAt }: Kept): string | null =>
  Date.now() - changedAt > settled ? new Date(changedAt).toUTCString() : null;

/** Whether the reader has it: by its tag, or where they send none by its date (RFC 9110, 13.2.2). */
function isKnown(asked: IncomingHttpHeaders, etag: string, changed: string | null): boolean {
  if (asked["if-none-match"] !== undefined) return matches(asked["if-none-match"], etag);
  const since = Date.parse(asked["if-modified-since"] ?? "");
  return changed !== null && since >= Date.parse(changed);
}

const matches = (given: string | undefined, etag: string) =>
  given !== undefined && given.split(",").some((one) => one.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));
