import type { IncomingMessage, ServerResponse } from "node:http";
import { type Arrived, arrivedFor, recentFor, streamLimits, viewerOf } from "../api/live";
import { tokenIn } from "../auth/brought";
import { log } from "../platform/log";
import { Answers, inTurns, wishIn } from "./live/round";
import { refuseStream, say, Stream } from "./live/stream";

/** A word to every open page, so that no proxy thinks it dead; whoever lost their session or the post is cut off then. */
const beat = 25_000;
/** The recent comments are looked up again at most this often, in milliseconds. */
const recentEvery = 500;
/** How many readers are asked about at once: the pool has other work too. */
const atOnce = 6;

/** The address at which an open page hears of what comes. */
export const livePath = "/live";

/**
 * Open pages, each told at once of the comments that come under its post and of a change in the recent ones: keys only,
 * and only what its reader may see, asked of the api before each word. By hand and not by tRPC: a tenth of the memory
 * and of the work (docs/architecture.md).
 */
export class Live {
  private readonly streams = new Set<Stream>();
  private readonly due = new Set<Stream>();
  private telling = false;
  private closed = false;
  private recentAt = 0;
  private recentTimer: NodeJS.Timeout | undefined;
  private readonly clock = setInterval(() => this.beat(), beat).unref();

  /** Answers one request for a stream; it stays open until its reader leaves or may not listen any more. */
  async open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wish = wishIn(request);
    if (!wish || request.method !== "GET") return refuseStream(response, 400);
    if (this.closed) return refuseStream(response, 503);
    const token = tokenIn(request.headers.cookie);
    const viewer = await viewerOf(token);
    const who = viewer?.id ?? `address ${String(request.headers["x-kith-client"])}`;
    const limits = await streamLimits();
    if (!this.hasRoomFor(who, limits)) return refuseStream(response, 429);
    const arrived = wish.post ? await arrivedFor(viewer, wish.post, wish.since) : null;
    if (wish.post && !arrived) return refuseStream(response, 404);
    if (response.destroyed || this.closed) return response.destroy() && undefined;
    // Asked again: many may have come while this one was looked up.
    if (!this.hasRoomFor(who, limits)) return refuseStream(response, 429);
    this.begin(
      new Stream(response, { wish, token, who, memberId: viewer?.id ?? null, postId: arrived?.postId ?? null }),
    );
  }

  /** News of committed facts, as page tags; null when some may have been missed. */
  heard(tags: readonly string[] | null): void {
    const told = tags && new Set(tags);
    for (const stream of this.streams) if (!told || (stream.tag && told.has(stream.tag))) this.due.add(stream);
    if (!told || told.has("recent") || told.has("site")) this.recentMoved();
    void this.tellAll();
  }

  /** Ends every stream; browsers come back by themselves to whoever answers then. */
  close(): void {
    this.closed = true;
    clearInterval(this.clock);
    clearTimeout(this.recentTimer);
    for (const { response } of this.streams) response.end();
    this.streams.clear();
  }

  get size(): number {
    return this.streams.size;
  }

  private hasRoomFor(who: string, { most, each }: Awaited<ReturnType<typeof streamLimits>>): boolean {
    if (this.streams.size >= most) return false;
    let own = 0;
    for (const stream of this.streams) if (stream.who === who) own += 1;
    return own < each;
  }

  private begin(stream: Stream): void {
    this.streams.add(stream);
    stream.response.on("close", () => {
      this.streams.delete(stream);
      this.due.delete(stream);
    });
    stream.start();
    this.due.add(stream);
    void this.tellAll();
  }

  private beat(): void {
    for (const stream of this.streams) {
      stream.response.write(":\n\n");
      this.due.add(stream);
    }
    void this.tellAll();
  }

  /** A busy hour moves the list many times a second; a reader is told of where it stands then. */
  private recentMoved(): void {
    if (this.recentTimer) return;
    const wait = Math.max(0, this.recentAt + recentEvery - Date.now());
    this.recentTimer = setTimeout(() => {
      this.recentTimer = undefined;
      this.recentAt = Date.now();
      for (const stream of this.streams) {
        if (!stream.wish.recent) continue;
        stream.recentDue = true;
        this.due.add(stream);
      }
      void this.tellAll();
    }, wait);
  }

  private async tellAll(): Promise<void> {
    if (this.telling) return;
    this.telling = true;
    try {
      while (this.due.size > 0) {
        const streams = [...this.due];
        this.due.clear();
        const answers = new Answers({ viewerOf, arrivedFor, recentFor });
        await inTurns(streams, atOnce, (stream) => tell(stream, answers));
      }
    } finally {
      this.telling = false;
    }
  }
}

/** Says to one page what is new to it. Whoever is not who they were, or lost the post, is cut off. */
async function tell(stream: Stream, answers: Answers): Promise<void> {
  try {
    const viewer = await answers.viewer(stream.token);
    if ((viewer?.id ?? null) !== stream.memberId) return stream.cut();
    if (stream.wish.post) {
      const arrived = await answers.arrived(viewer, stream.wish.post, stream.until);
      if (!arrived) return stream.cut();
      tellArrived(stream, arrived);
    }
    if (stream.recentDue) {
      stream.recentDue = false;
      const keys = (await answers.recent(viewer)).join(" ");
      if (keys !== stream.recent) say(stream, "recent", keys);
      stream.recent = keys;
    }
  } catch (error) {
    log().warn({ err: error }, "an open page could not be told what is new; it is tried again soon");
  }
}

function tellArrived(stream: Stream, { keys, until, more }: Arrived): void {
  const fresh = keys.filter((key) => !stream.told.has(key));
  stream.until = Math.max(stream.until, until);
  if (fresh.length === 0) return;
  stream.remember(fresh);
  say(stream, "comments", JSON.stringify({ keys: fresh, more }), stream.until);
}
