import { desc, eq } from "drizzle-orm";
import type { Db } from "#/db/client";
import { mails } from "#/db/schema/site";
import { createCaller } from "../api/root";
import type { Client, Reading } from "../domain/context";
import { sessionByToken } from "../domain/identities/sessions";

type Place = { db: Db; context: (name: null) => Reading };

/**
 * Somebody's browser without a window: it keeps the session it is given and sends it along, as server/auth/viewer.ts
 * reads it from a request.
 */
export function browser({ db, context }: Place, { address = "192.0.2.7", agent = "" } = {}) {
  const kept = { token: null as string | null };
  const requesting = async (): Promise<Reading> => {
    const visitor = { ...context(null), db };
    const visit = kept.token ? await sessionByToken(visitor, kept.token) : null;
    const client: Client = {
      address,
      agent,
      sessionId: visit?.session.id ?? null,
      keep: async (session) => {
        kept.token = session?.token ?? null;
      },
    };
    return { ...visitor, viewer: visit?.member ?? null, client };
  };
  return {
    kept,
    /** What the next request of this browser leans on. */
    requesting,
    /** The api, for one request. */
    api: async () => createCaller(await requesting()),
    /** Who is signed in here. */
    who: async () => (await requesting()).viewer?.handle ?? null,
  };
}

/** The newest letter to an address, with the token of the link in it. */
export async function letterTo(db: Db, to: string) {
  const [letter] = await db
    .select()
    .from(mails)
    .where(eq(mails.to, to))
    .orderBy(desc(mails.madeAt), desc(mails.id))
    .limit(1);
  const token = /[?&]token=([\w-]+)/.exec(letter?.text ?? "")?.[1] ?? null;
  return letter ? { ...letter, token } : null;
}
