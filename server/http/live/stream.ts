import type { ServerResponse } from "node:http";
import type { Wish } from "./round";

/** Bytes that may wait for a page that does not read; then it is let go, and comes back by itself. */
const mostWaiting = 64 * 1024;
/** How many keys are remembered so that none is told twice: a writer's order and a reader's differ by seconds only. */
const mostTold = 300;

type Facts = {
  wish: Wish;
  token: string | null;
  memberId: string | null;
  /** Whose room it takes: a member's, or an address's. */
  who: string;
  postId: string | null;
};

/** One open page that listens. */
export class Stream {
  readonly wish: Wish;
  readonly token: string | null;
  readonly memberId: string | null;
  readonly who: string;
  /** What makes it worth asking whether there is something new. */
  readonly tag: string | null;
  readonly told = new Set<string>();
  readonly response: ServerResponse;
  /** Where it is, in milliseconds. */
  until: number;
  /** The recent comments as they were last told. */
  recent: string | null = null;
  recentDue = false;

  constructor(response: ServerResponse, { wish, token, memberId, who, postId }: Facts) {
    this.response = response;
    this.wish = wish;
    this.token = token;
    this.memberId = memberId;
    this.who = who;
    this.tag = postId && `post:${postId}`;
    this.until = wish.since;
  }

  /** Opens it; without further words a browser tries again three seconds after a break. */
  start(): void {
    this.response.writeHead(200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    });
    this.response.write("retry: 3000\n\n");
  }

  remember(keys: readonly string[]): void {
    for (const key of keys) this.told.add(key);
    for (const key of this.told) {
      if (this.told.size <= mostTold) return;
      this.told.delete(key);
    }
  }

  /** The browser comes back, and is then answered as whoever it is. */
  cut(): void {
    this.response.end();
  }
}

/** Sends one word. @param id where to go on from after a break */
export function say({ response }: Stream, event: string, data: string, id?: number): void {
  response.write(`event: ${event}\n${id === undefined ? "" : `id: ${id}\n`}data: ${data}\n\n`);
  if (response.writableLength > mostWaiting) response.destroy();
}

/** A browser that is refused does not try again: the page asks by the half minute then. */
export function refuseStream(response: ServerResponse, status: number): void {
  response.setHeader("Cache-Control", "private, no-store");
  if (status === 429 || status === 503) response.setHeader("Retry-After", "30");
  response.writeHead(status).end();
}
