import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { momentNow, movedSince } from "../platform/stale";

/** A finished answer, before it is compressed. */
export type Page = { status: number; headers: OutgoingHttpHeaders; body: Buffer; tags: ReadonlySet<string> };

type Kept = Page & {
  moment: number;
  keptAt: number;
  etag: string;
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
    const work = this.fill(address, render).finally(() => this.rendering.delete(address));
    this.rendering.set(address, work);
    return work;
  }

  get size() {
    return { pages: this.pages.size, bytes: this.bytes };
  }

  private isTrue(page: Kept): boolean {
    return !movedSince(page.moment, page.tags) && Date.now() - page.keptAt < this.longest;
  }

  private async fill(address: string, render: () => Promise<Page | null>): Promise<Kept | null> {
    const moment = momentNow();
    const page = await render();
    if (!page) return null;
    const [br, gz] = await Promise.all([compressed(page, "br"), compressed(page, "gzip")]);
    const etag = `W/"${createHash("sha256").update(page.body).digest("base64url").slice(0, 22)}"`;
    const bytes = page.body.length + (br?.length ?? 0) + (gz?.length ?? 0) + 1024;
    const kept: Kept = { ...page, moment, keptAt: Date.now(), etag, br, gz, bytes };
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

async function compressed({ body }: Page, how: "br" | "gzip"): Promise<Buffer | null> {
  if (body.length < 1024) return null;
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
    if (matches(request.headers["if-none-match"], etag)) {
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

const matches = (given: string | undefined, etag: string) =>
  given !== undefined && given.split(",").some((one) => one.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));
