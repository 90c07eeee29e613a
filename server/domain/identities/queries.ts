import { and, desc, eq, gt } from "drizzle-orm";
import { identities, sessions } from "#/db/schema/identities";
import { config } from "../../platform/config";
import { isMailSent } from "../../platform/mail";
import type { Acting, Reading } from "../context";
import { settingsOf } from "../settings/queries";
import { agentInWords } from "./agents";
import { cameByFreshLink } from "./commands/password";
import { linkOf } from "./links";
import { takesMembers } from "./open";

/** The ways into this site, for the page at the door. */
export async function waysIn(ctx: Reading) {
  const settings = await settingsOf(ctx);
  return {
    joinOpen: await takesMembers(ctx, settings),
    title: settings["site.title"],
    provider: config().oidc?.name ?? null,
    mailIsSent: isMailSent(),
  };
}

/** Whether a mailed link can still be used, and for whom it is. Looking does not use it up. */
export async function mailedLink(ctx: Reading, { token }: { token: string }) {
  const link = await linkOf(ctx, "enter", token);
  return link && { mail: link.subject };
}

/** The same for a link that proves an address. */
export async function proofLink(ctx: Acting, { token }: { token: string }) {
  const link = await linkOf(ctx, "prove", token);
  return link && { mail: link.subject, isMine: link.memberId === ctx.viewer.id };
}

/** One's live sessions, the one last seen first. */
export async function mySessions({ db, viewer, client, now }: Acting) {
  const rows = await db
    .select({ id: sessions.id, agent: sessions.agent, madeAt: sessions.madeAt, seenAt: sessions.seenAt })
    .from(sessions)
    .where(and(eq(sessions.memberId, viewer.id), gt(sessions.expiresAt, now())))
    .orderBy(desc(sessions.seenAt))
    .limit(100);
  return rows.map((row) => ({ ...row, agent: agentInWords(row.agent), isThis: row.id === client?.sessionId }));
}

/** How one can come in oneself: with which password, mail and accounts elsewhere. */
export async function myWaysIn(ctx: Acting) {
  const rows = await ctx.db
    .select({ id: identities.id, kind: identities.kind, subject: identities.subject, madeAt: identities.madeAt })
    .from(identities)
    .where(eq(identities.memberId, ctx.viewer.id));
  const password = rows.find(({ kind }) => kind === "password");
  return {
    password: password ? { since: password.madeAt } : null,
    /** True where a new password may be set without the old one. */
    mayForget: !password || (await cameByFreshLink(ctx)),
    mail: ctx.viewer.mail,
    mailProven: ctx.viewer.mailVerifiedAt !== null,
    accounts: rows.filter(({ kind }) => kind === "oidc").map(({ id, madeAt }) => ({ id, madeAt })),
    provider: config().oidc?.name ?? null,
  };
}
