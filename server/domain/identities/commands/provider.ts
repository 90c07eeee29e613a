import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { identities } from "#/db/schema/identities";
import { type Member, members } from "#/db/schema/members";
import { type Acting, atomically, type Reading } from "../../context";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { countJoining } from "../limits";
import { voidLinks } from "../links";
import { takesMembers } from "../open";
import { type Account, memberOfAccount } from "../provider";
import { joinAs, memberOfMail } from "./link";

/** What a provider says of somebody: `mail` only where the provider itself has proven it. */
export type Vouched = Account & { name: string | null; mail: string | null };

/**
 * Decides whether somebody a provider vouches for may come in, before anything is made; refuses where they may not.
 * An account is tied to a member who is here already only where both sides have proven the same mail address, or where
 * the member is signed in and asks for it.
 */
export async function admitVouched(ctx: Reading, it: Vouched): Promise<void> {
  const known = await memberOfAccount(ctx, it);
  if (known && ctx.viewer && known.id !== ctx.viewer.id) return fail("account-of-another");
  if (known) return holdSuspended(known);
  if (ctx.viewer) return;
  const same = it.mail ? await memberOfMail(ctx, it.mail, { proven: true }) : undefined;
  if (same) {
    holdSuspended(same);
    return keepAccount(ctx, same.id, it);
  }
  const settings = await settingsOf(ctx);
  if (!(await takesMembers(ctx, settings))) return fail("not-open");
  await countJoining(ctx, settings);
}

/** Makes the member whom a provider vouches for. An address that somebody merely claimed here is taken from them. */
export function joinVouched(ctx: Reading, { name, mail }: Pick<Vouched, "name" | "mail">): Promise<Member> {
  return atomically(ctx, async (ctx) => {
    if (mail) await takeUnproven(ctx, mail);
    return joinAs(ctx, { hint: name ?? mail?.split("@")[0] ?? "", name, mail });
  });
}

function holdSuspended({ suspendedAt, suspendedBecause }: Member) {
  if (suspendedAt) fail("suspended", { reason: suspendedBecause ?? "" });
}

async function takeUnproven(ctx: Reading, mail: string) {
  const claimed = and(eq(sql`lower(${members.mail})`, mail), isNull(members.mailVerifiedAt));
  await ctx.db.update(members).set({ mail: null }).where(claimed);
  await voidLinks(ctx, "prove", mail);
}

/** Ties an account elsewhere to a member. Doing it again changes nothing; one of another member's is refused. */
export async function keepAccount(ctx: Reading, memberId: string, { provider, subject }: Account): Promise<void> {
  const madeAt = ctx.now();
  await ctx.db.insert(identities).values({ memberId, kind: "oidc", provider, subject, madeAt }).onConflictDoNothing();
  const whose = await memberOfAccount(ctx, { provider, subject });
  if (whose?.id !== memberId) fail("account-of-another");
}

/** Unties an account elsewhere, unless there would be no way in without it. */
export function removeAccount(ctx: Acting, { accountId }: { accountId: string }): Promise<void> {
  return atomically(ctx, async (ctx) => {
    // Two accounts removed at once take turns, so that one of them stays.
    await ctx.db.select().from(members).where(eq(members.id, ctx.viewer.id)).for("update");
    const mine = eq(identities.memberId, ctx.viewer.id);
    const others = await ctx.db
      .select()
      .from(identities)
      .where(and(mine, ne(identities.id, accountId)));
    if (others.length === 0 && !ctx.viewer.mailVerifiedAt) fail("last-way-in");
    const gone = await ctx.db
      .delete(identities)
      .where(and(mine, eq(identities.id, accountId), eq(identities.kind, "oidc")))
      .returning({ id: identities.id });
    if (gone.length === 0) fail("no-such-account");
  });
}
