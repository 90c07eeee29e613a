import { and, eq, or, sql } from "drizzle-orm";
import { identities, sessions } from "#/db/schema/identities";
import { type Member, members } from "#/db/schema/members";
import { atomically, type Reading } from "../../context";
import { sendLater } from "../../mails/commands";
import { compose } from "../../mails/compose";
import { addMember } from "../../members/commands";
import { handleFrom, skeletonOf } from "../../members/handle";
import { isResting } from "../../members/resting";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { letters } from "../letters";
import { countJoining, countMail } from "../limits";
import { makeLink, useLink, voidLinks } from "../links";
import { takesMembers } from "../open";
import { openSession } from "./sessions";

/**
 * Sends a link into the site to a mail address, known or not. The answer never tells which; where nobody may join, an
 * unknown address gets nothing.
 */
export async function askLink(ctx: Reading, { mail, to }: { mail: string; to: string }): Promise<void> {
  const settings = await settingsOf(ctx);
  await countMail(ctx, settings, mail);
  const member = await memberOfMail(ctx, mail);
  if (!member && !(await takesMembers(ctx, settings))) return;
  await atomically(ctx, async (ctx) => {
    const token = await makeLink(ctx, { purpose: "enter", subject: mail });
    const { subject, ...words } = letters.enter(settings["site.title"], token, to);
    await sendLater(ctx, { to: mail, subject, ...compose(settings["site.title"], words) });
  });
}

/** Lets in whoever brings a mailed link: the member of that address, or a new one. */
export async function enterByLink(ctx: Reading, { token }: { token: string }): Promise<{ isNew: boolean }> {
  const settings = await settingsOf(ctx);
  const { opened, isNew } = await atomically(ctx, async (ctx) => {
    const { subject: mail } = await useLink(ctx, "enter", token);
    const known = await whoseMail(ctx, mail);
    if (known?.suspendedAt) return fail("suspended", { reason: known.suspendedBecause ?? "" });
    if (known && !known.mailVerifiedAt) await claim(ctx, known);
    if (!known && !(await takesMembers(ctx, settings))) return fail("not-open");
    if (!known) await countJoining(ctx, settings);
    const member = known ?? (await joinAs(ctx, { hint: mail.split("@")[0] ?? "", name: null, mail }));
    return { opened: await openSession(ctx, member.id, "link"), isNew: !known };
  });
  await ctx.client?.keep(opened);
  return { isNew };
}

/**
 * Whose address this is. An owner or a moderator who mistyped theirs and never proved it must not hand the site over to
 * whoever has that address: it leaves their account, which they still enter by handle and password.
 */
async function whoseMail(ctx: Reading, mail: string): Promise<Member | undefined> {
  const member = await memberOfMail(ctx, mail);
  if (!member || member.mailVerifiedAt || member.role === "member") return member;
  await ctx.db.update(members).set({ mail: null }).where(eq(members.id, member.id));
  await voidLinks(ctx, "prove", mail);
  return undefined;
}

/**
 * The address of an account that had never been proven turns out to be somebody's. Whoever made the account may have
 * been another person who waits inside: their password, accounts elsewhere and sessions end.
 */
async function claim(ctx: Reading, { id, mail }: Member): Promise<void> {
  await ctx.db.delete(identities).where(eq(identities.memberId, id));
  await ctx.db.delete(sessions).where(eq(sessions.memberId, id));
  await ctx.db.update(members).set({ mailVerifiedAt: ctx.now() }).where(eq(members.id, id));
  if (mail) await voidLinks(ctx, "prove", mail);
}

/** Gives a place to somebody who proved an address or an account, under a handle made for them until they choose. */
export async function joinAs(
  ctx: Reading,
  { hint, name, mail }: { hint: string; name: string | null; mail: string | null },
): Promise<Member> {
  const handle = await handleFrom(hint, async (handle) => {
    const same = or(eq(members.handle, handle), eq(members.handleSkeleton, skeletonOf(handle)));
    return (await ctx.db.select({ id: members.id }).from(members).where(same)).length > 0 || isResting(ctx, handle);
  });
  return addMember(ctx, { name: name ?? handle, handle, mail, mailProven: mail !== null, role: "member" });
}

export async function memberOfMail(
  { db }: Reading,
  mail: string,
  { proven = false } = {},
): Promise<Member | undefined> {
  const same = eq(sql`lower(${members.mail})`, mail.toLowerCase());
  const [member] = await db
    .select()
    .from(members)
    .where(proven ? and(same, sql`${members.mailVerifiedAt} is not null`) : same);
  return member;
}
