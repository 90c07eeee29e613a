import { and, eq } from "drizzle-orm";
import { identities, sessions } from "#/db/schema/identities";
import { type Acting, atomically } from "../../context";
import { sendLater } from "../../mails/commands";
import { compose } from "../../mails/compose";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { letters } from "../letters";
import { countCall, countTry, forgiveTries } from "../limits";
import { voidLinks } from "../links";
import { hashPassword, isPassword } from "../password";
import { isPlain } from "../plain-passwords";
import { keepPassword } from "./keep";
import { endOtherSessions } from "./sessions";

/** How long after coming in by a mailed link a forgotten password may be replaced without knowing it: an hour. */
const fresh = 60 * 60_000;

/** Sets a password, the first or another one. Everybody else who is signed in as this member is out at once. */
export async function changePassword(ctx: Acting, it: { old: string; password: string }): Promise<void> {
  const { "site.title": site } = await settingsOf(ctx);
  const { handle, name, mail } = ctx.viewer;
  if (isPlain(it.password, [handle, name, mail, site])) fail("password-too-plain");
  await proveAgain(ctx, it.old);
  const secret = await hashPassword(it.password);
  await atomically(ctx, async (ctx) => {
    await keepPassword(ctx, ctx.viewer, secret);
    await endOtherSessions(ctx);
    if (!mail) return;
    await voidLinks(ctx, "enter", mail.toLowerCase());
    const { subject, ...words } = letters.password(site, handle);
    if (ctx.viewer.mailVerifiedAt) await sendLater(ctx, { to: mail, subject, ...compose(site, words) });
  });
}

/** Asks a member who is already inside for their password once more, where they have one. */
export async function proveAgain(ctx: Acting, password: string): Promise<void> {
  const secret = await secretOf(ctx);
  const settings = await settingsOf(ctx);
  if (secret === null || (await cameByFreshLink(ctx))) return countCall(ctx, settings);
  await countTry(ctx, settings, ctx.viewer.id);
  if (!(await isPassword(password, secret))) fail("password-wrong");
  await forgiveTries(ctx, ctx.viewer.id);
}

async function secretOf({ db, viewer }: Acting): Promise<string | null> {
  const [row] = await db
    .select({ secret: identities.secret })
    .from(identities)
    .where(and(eq(identities.memberId, viewer.id), eq(identities.kind, "password")));
  return row?.secret ?? null;
}

/** True in a session that a mailed link opened less than an hour ago. */
export async function cameByFreshLink({ db, client, now }: Acting): Promise<boolean> {
  if (!client?.sessionId) return false;
  const [here] = await db.select().from(sessions).where(eq(sessions.id, client.sessionId));
  return here?.how === "link" && now().getTime() - here.madeAt.getTime() < fresh;
}
