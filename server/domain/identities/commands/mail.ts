import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { type Member, members } from "#/db/schema/members";
import { type Acting, atomically, type Reading } from "../../context";
import { sendLater } from "../../mails/commands";
import { compose } from "../../mails/compose";
import { unlessTaken } from "../../members/taken";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { letters } from "../letters";
import { countMail } from "../limits";
import { makeLink, useLink, voidLinks } from "../links";
import { proveAgain } from "./password";

/** Sends the letter that asks whether an address is this member's. */
export async function sendProof(ctx: Reading, member: Member, mail: string, site: string): Promise<void> {
  const token = await makeLink(ctx, { purpose: "prove", subject: mail, memberId: member.id });
  const { subject, ...words } = letters.prove(site, member.handle, token);
  await sendLater(ctx, { to: mail, subject, ...compose(site, words) });
}

/** Asks for another mail address (or for the letter about the present one again). It counts once it is proven. */
export async function askMailChange(
  ctx: Acting,
  { mail, password }: { mail: string; password: string },
): Promise<void> {
  const settings = await settingsOf(ctx);
  const isAgain = mail === ctx.viewer.mail?.toLowerCase();
  if (isAgain && ctx.viewer.mailVerifiedAt) return;
  if (!isAgain) await proveAgain(ctx, password);
  await countMail(ctx, settings, mail);
  await atomically(ctx, (ctx) => sendProof(ctx, ctx.viewer, mail, settings["site.title"]));
}

/**
 * Believes that an address is the member's who asked for it and now brings the link that was sent there. Somebody else
 * who named it and never proved it loses it.
 */
export async function proveMail(ctx: Acting, { token }: { token: string }): Promise<{ mail: string }> {
  const { "site.title": site } = await settingsOf(ctx);
  return atomically(ctx, async (ctx) => {
    const { subject: mail, memberId } = await useLink(ctx, "prove", token);
    if (memberId !== ctx.viewer.id) return fail("link-not-yours");
    const theirs = and(eq(sql`lower(${members.mail})`, mail), ne(members.id, memberId), isNull(members.mailVerifiedAt));
    await ctx.db.update(members).set({ mail: null }).where(theirs);
    const row = { mail, mailVerifiedAt: ctx.now() };
    await unlessTaken(() => ctx.db.update(members).set(row).where(eq(members.id, memberId)));

    const { mail: before, mailVerifiedAt, handle } = ctx.viewer;
    if (before && before !== mail) await voidLinks(ctx, "enter", before.toLowerCase());
    if (before && before !== mail && mailVerifiedAt) {
      const { subject, ...words } = letters.moved(site, handle, mail);
      await sendLater(ctx, { to: before, subject, ...compose(site, words) });
    }
    return { mail };
  });
}
