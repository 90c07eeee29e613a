import { AsyncLocalStorage } from "node:async_hooks";
import { cookies, headers } from "next/headers";
import { after } from "next/server";
import { cache } from "react";
import { contextFor } from "../context";
import type { Client } from "../domain/context";
import { noteSeen } from "../domain/identities/commands/sessions";
import { isDueToBeSeen, sessionByToken } from "../domain/identities/sessions";
import type { Viewer } from "../domain/policy";
import { log } from "../platform/log";
import { sessionCookie, sessionManners } from "./cookie";

/** The live session this request came with, and its member; one query for a page. */
const look = cache(async () => {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return null;
  const ctx = contextFor(null);
  const visit = await sessionByToken(ctx, token);
  if (visit && isDueToBeSeen(visit.session, ctx.now())) after(() => noteSeen(ctx, visit.session.id).catch(complain));
  return visit;
});

type Visit = Awaited<ReturnType<typeof look>>;

const kept = new AsyncLocalStorage<{ visit?: Promise<Visit> }>();

/**
 * Answers a request that is no page with one look at who sent it: pages remember within a request what they have asked,
 * routes do not. Not for what begins or ends a session.
 */
export const inOneLook = <Answer>(work: () => Promise<Answer>): Promise<Answer> => kept.run({}, work);

function visitNow(): Promise<Visit> {
  const here = kept.getStore();
  if (!here) return look();
  here.visit ??= look();
  return here.visit;
}

const complain = (error: unknown) => log().warn({ err: error }, "a session could not be noted as seen");

/** Who sent this request: a member, or null for a visitor, an ended session and somebody suspended. */
export const viewerNow = async (): Promise<Viewer> => (await visitNow())?.member ?? null;

/** The browser that sent this request. Its address is what our own server wrote in `x-kith-client`. */
export const clientNow = cache(async (): Promise<Client> => clientOf(await visitNow()));

/** Both, for a route: pages remember within a request what they have asked, routes do not. */
export async function callingNow(): Promise<{ viewer: Viewer; client: Client }> {
  const visit = await visitNow();
  return { viewer: visit?.member ?? null, client: await clientOf(visit) };
}

async function clientOf(visit: Visit): Promise<Client> {
  const brought = await headers();
  return {
    address: brought.get("x-kith-client") ?? "unknown",
    agent: (brought.get("user-agent") ?? "").slice(0, 300),
    sessionId: visit?.session.id ?? null,
    keep: async (session) => {
      const jar = await cookies();
      const manners = sessionManners();
      if (session) jar.set(sessionCookie(), session.token, { ...manners, expires: session.expiresAt });
      else jar.set(sessionCookie(), "", { ...manners, maxAge: 0 });
    },
  };
}
