import { and, eq } from "drizzle-orm";
import { identities } from "#/db/schema/identities";
import { type Member, members } from "#/db/schema/members";
import type { Reading } from "../context";

/** An account elsewhere: who vouches, and what they call the person. */
export type Account = { provider: string; subject: string };

/** The member an account elsewhere belongs to. */
export async function memberOfAccount({ db }: Reading, { provider, subject }: Account): Promise<Member | null> {
  const [found] = await db
    .select({ member: members })
    .from(identities)
    .innerJoin(members, eq(members.id, identities.memberId))
    .where(and(eq(identities.kind, "oidc"), eq(identities.provider, provider), eq(identities.subject, subject)));
  return found?.member ?? null;
}
