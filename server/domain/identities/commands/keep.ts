import { identities } from "#/db/schema/identities";
import type { Member } from "#/db/schema/members";
import type { Reading } from "../../context";

/** Keeps the first or another password of a member, as its PHC string. */
export async function keepPassword(ctx: Reading, { id }: Pick<Member, "id">, secret: string): Promise<void> {
  const row = { secret, madeAt: ctx.now() };
  await ctx.db
    .insert(identities)
    .values({ memberId: id, kind: "password", provider: "kith", subject: id, ...row })
    .onConflictDoUpdate({ target: [identities.provider, identities.subject], set: row });
}
