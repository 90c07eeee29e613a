import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { type Session, sessions } from "#/db/schema/identities";
import { type Member, members } from "#/db/schema/members";
import type { Reading } from "../context";
import { hashOf } from "./token";

/** A session is forgotten 60 days after it was last seen. */
export const sessionDays = 60;

/** How long a session may be used before its last sight is written down again. */
const fiveMinutes = 5 * 60_000;

export const isDueToBeSeen = (session: Session, now: Date): boolean =>
  now.getTime() - session.seenAt.getTime() > fiveMinutes;

/** The live session with this token and whose it is; null when it ended, expired, or its member is suspended. */
export async function sessionByToken(
  { db, now }: Pick<Reading, "db" | "now">,
  token: string,
): Promise<{ session: Session; member: Member } | null> {
  const lookup = lookups.get(db) ?? lookupFor(db);
  const [found] = await lookup.execute({ tokenHash: hashOf(token), now: now() });
  return found ?? null;
}

/** Every request of a member asks this, so it is put into SQL once for each pool. It has no name: the server forgets it. */
const lookupFor = (db: Reading["db"]) => {
  const lookup = db
    .select({ session: sessions, member: members })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder("tokenHash")),
        gt(sessions.expiresAt, sql.placeholder("now")),
        isNull(members.suspendedAt),
      ),
    )
    .prepare("");
  lookups.set(db, lookup);
  return lookup;
};

const lookups = new WeakMap<Reading["db"], ReturnType<typeof lookupFor>>();
