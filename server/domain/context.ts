import type { Db } from "#/db/client";
import type { Member } from "#/db/schema/members";
import type { KithEvent } from "./events";
import type { Viewer } from "./policy";

/** The browser at the other end. There is none where a job or the operator's shell acts. */
export type Client = {
  /** Where it calls from, as our own server saw it. */
  address: string;
  /** What it calls itself, at most 300 characters. */
  agent: string;
  /** The session it came with. */
  sessionId: string | null;
  /** Gives it a session to keep, or (null) lets it forget the one it has. */
  keep: (session: { token: string; expiresAt: Date } | null) => Promise<void>;
};

/** Everything a query may lean on. Handed in, never reached for, so a test can hold the clock. */
export type Reading = {
  db: Db;
  viewer: Viewer;
  now: () => Date;
  /** What was told while this request was answered; whoever answers drops the pages it made stale. */
  told: KithEvent[];
  client?: Client | undefined;
};

/** The same, for somebody who has a place here. */
export type Acting = Reading & { viewer: Member };

/** What the steps of a transaction have sent and did not wait for. */
const behind = new WeakMap<Db, Promise<unknown>[]>();

/** Runs a command's steps in one transaction: all of it becomes true, or none. */
export async function atomically<C extends Reading, Answer>(
  ctx: C,
  steps: (ctx: C) => Promise<Answer>,
): Promise<Answer> {
  const sent: Promise<unknown>[] = [];
  try {
    const answer = await ctx.db.transaction((tx) => {
      behind.set(tx, sent);
      return steps({ ...ctx, db: tx });
    });
    await Promise.all(sent);
    return answer;
  } catch (error) {
    // Where one of these failed, what came after it was only told that the transaction is over.
    await Promise.all(sent);
    throw error;
  }
}

/**
 * Sends a statement whose answer no later step needs: the transaction's commit goes right behind it, and nothing of it
 * becomes true if the statement fails. Outside of `atomically` it is waited for here.
 */
export async function sendAhead({ db }: Pick<Reading, "db">, answer: Promise<unknown>): Promise<void> {
  const sent = behind.get(db);
  if (!sent) {
    await answer;
    return;
  }
  answer.catch(() => {});
  sent.push(answer);
}
