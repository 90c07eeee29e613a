import { and, eq, lt, ne } from "drizzle-orm";
import { oneTimeLinks, sessions } from "#/db/schema/identities";
import type { Acting, Reading } from "../../context";
import { fail } from "../errors";
import { sessionDays } from "../sessions";
import { hashOf, newToken } from "../token";

const day = 24 * 60 * 60_000;

/** A session somebody may now keep. `token` exists only here and in their cookie. */
export type Opened = { token: string; expiresAt: Date };

type How = "password" | "link" | "provider" | "first";

/**
 * Opens a session for a member. The one the browser came with ends: a token that was known before somebody proved
 * who they are is never the token after it.
 */
export async function openSession(ctx: Reading, memberId: string, how: How): Promise<Opened> {
  const at = ctx.now();
  const opened = { token: newToken(), expiresAt: new Date(at.getTime() + sessionDays * day) };
  if (ctx.client?.sessionId) await ctx.db.delete(sessions).where(eq(sessions.id, ctx.client.sessionId));
  await ctx.db.insert(sessions).values({
    tokenHash: hashOf(opened.token),
    memberId,
    how,
    madeAt: at,
    seenAt: at,
    expiresAt: opened.expiresAt,
    agent: ctx.client?.agent ?? "",
  });
  return opened;
}

/** Writes down that a session is in use, which also makes it last longer. */
export async function noteSeen({ db, now }: Reading, sessionId: string): Promise<void> {
  const at = now();
  const expiresAt = new Date(at.getTime() + sessionDays * day);
  await db.update(sessions).set({ seenAt: at, expiresAt }).where(eq(sessions.id, sessionId));
}

/** Ends the session of the browser that asks, and lets it forget it. */
export async function signOut(ctx: Reading): Promise<void> {
  if (ctx.client?.sessionId) await ctx.db.delete(sessions).where(eq(sessions.id, ctx.client.sessionId));
  await ctx.client?.keep(null);
}

/** Ends one of one's own sessions. */
export async function endSession(ctx: Acting, { sessionId }: { sessionId: string }): Promise<void> {
  const ended = await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.memberId, ctx.viewer.id)))
    .returning({ id: sessions.id });
  if (ended.length === 0) fail("no-such-session");
}

/** Ends all of one's sessions but the one that asks. */
export async function endOtherSessions(ctx: Acting): Promise<void> {
  const here = ctx.client?.sessionId;
  await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.memberId, ctx.viewer.id), here ? ne(sessions.id, here) : undefined));
}

/** Clears away sessions and links that have run out; a job calls it. */
export async function forgetOldSessions({ db, now }: Reading): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now()));
  await db.delete(oneTimeLinks).where(lt(oneTimeLinks.expiresAt, now()));
}
