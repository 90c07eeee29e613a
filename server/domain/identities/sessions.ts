import { and, eq, gt, isNull } from "drizzle-orm";
import { built, ph } from "#/db/built";
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
  const [found] = await lookUp(db, { tokenHash: hashOf(token), now: now() });
  return found ?? null;
}

/** Every request of a member asks this. */
const lookUp = built((db) =>
  db
    .select({ session: sessions, member: members })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .where(
      and(eq(sessions.tokenHash, ph("tokenHash")), gt(sessions.expiresAt, ph("now")), isNull(members.suspendedAt)),
    ),
);
