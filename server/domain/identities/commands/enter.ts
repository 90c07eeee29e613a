import { and, eq, or, sql } from "drizzle-orm";
import { identities } from "#/db/schema/identities";
import { members } from "#/db/schema/members";
import type { Reading } from "../../context";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { countTry, forgiveTries } from "../limits";
import { hashPassword, isPassword, needsRehash } from "../password";
import { keepPassword } from "./keep";
import { openSession } from "./sessions";

/**
 * Lets a member in by handle (or mail) and password. Whoever gives the wrong password hears the same, after the same
 * time, as whoever names nobody. Tries are counted by what was typed: were handle and mail counted as one, the count
 * would tell which mail belongs to which handle, and whoever knows a handle alone could keep its member out.
 */
export async function enter(ctx: Reading, { who, password }: { who: string; password: string }): Promise<void> {
  const called = who.normalize("NFKC").toLowerCase().replace(/^@/, "");
  const found = await accountOf(ctx, called);
  await countTry(ctx, await settingsOf(ctx), called);

  const isRight = await isPassword(password, found?.secret ?? null);
  if (!isRight || !found?.secret) return fail("not-let-in");
  const { member, secret } = found;
  if (member.suspendedAt) return fail("suspended", { reason: member.suspendedBecause ?? "" });

  await forgiveTries(ctx, called);
  if (needsRehash(secret)) await keepPassword(ctx, member, await hashPassword(password));
  await ctx.client?.keep(await openSession(ctx, member.id, "password"));
}

/** The member of this handle or mail and the PHC string of their password, by one query. */
async function accountOf({ db }: Reading, called: string) {
  const [found] = await db
    .select({ member: members, secret: identities.secret })
    .from(members)
    .leftJoin(identities, and(eq(identities.memberId, members.id), eq(identities.kind, "password")))
    .where(or(eq(members.handle, called), eq(sql`lower(${members.mail})`, called)))
    .limit(1);
  return found;
}
