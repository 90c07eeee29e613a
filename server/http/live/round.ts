import type { IncomingMessage } from "node:http";
import type { Arrived, arrivedFor, recentFor, viewerOf } from "../../api/live";

type Viewer = Awaited<ReturnType<typeof viewerOf>>;

/** What a page wants to hear of. */
export type Wish = {
  /** The key of the post it shows, and the newest comment it has, in milliseconds. */
  post: string | null;
  since: number;
  /** Whether it shows the recent comments. */
  recent: boolean;
};

const instant = /^\d{1,15}$/;

/** Reads the wish off an address; after a break a browser says itself how far it was. */
export function wishIn({ url, headers }: Pick<IncomingMessage, "url" | "headers">): Wish | null {
  const asked = new URL(url ?? "/", "http://kith.invalid").searchParams;
  const [post, since] = [asked.get("post"), headers["last-event-id"] ?? asked.get("since")];
  const recent = asked.has("recent");
  if (post === null) return recent ? { post, since: 0, recent } : null;
  if (!/^[0-9a-z]{10}$/.test(post) || typeof since !== "string" || !instant.test(since)) return null;
  const at = Number(since);
  return at <= 253_402_300_799_999 ? { post, since: at, recent } : null;
}

type Ask = { viewerOf: typeof viewerOf; arrivedFor: typeof arrivedFor; recentFor: typeof recentFor };

/** What was asked in one round: a thousand visitors with the same page open are one question. */
export class Answers {
  private readonly ask: Ask;
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(ask: Ask) {
    this.ask = ask;
  }

  viewer(token: string | null): Promise<Viewer> {
    return this.once(`session ${token}`, () => this.ask.viewerOf(token));
  }

  arrived(viewer: Viewer, post: string, since: number): Promise<Arrived | null> {
    return this.once(`arrived ${viewer?.id} ${post} ${since}`, () => this.ask.arrivedFor(viewer, post, since));
  }

  recent(viewer: Viewer): Promise<string[]> {
    return this.once(`recent ${viewer?.id}`, () => this.ask.recentFor(viewer));
  }

  private once<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const kept = this.kept.get(question) ?? ask();
    this.kept.set(question, kept);
    return kept as Promise<Answer>;
  }
}

/** Does the work for each thing, a few at once. */
export async function inTurns<Thing>(
  things: readonly Thing[],
  atOnce: number,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const waiting = things.values();
  const one = async () => {
    for (const thing of waiting) await work(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
