import { and, asc, eq, gt, isNull, lt, lte, or, sql } from "drizzle-orm";
import { channel, newsOf } from "#/db/channel";
import { mails } from "#/db/schema/site";
import { NotSent, send } from "../../platform/mail";
import type { Reading } from "../context";

type Mail = { to: string; subject: string; text: string; html: string };

/** A letter whose words were set at the moment of sending. */
export type Composed = Mail & {
  headers: Record<string, string>;
  /** Called once it is sent, or given up. */
  after: () => Promise<void>;
};

/** Sets the words of a mail that has none of its own; null where there is nothing left to say. */
export type Compose = (about: Record<string, string>) => Promise<Composed | null>;

const minute = 60_000;
const day = 24 * 60 * minute;

/** Minutes before each further try: ten tries in all, over a day. */
const pauses = [1, 3, 10, 30, 60, 120, 180, 360, 660];

/** How long one process may take to send a mail before another takes it up. */
const lease = 2 * minute;

/** Puts a mail on its way, in the transaction that made it necessary. Without a mail server it waits at /dev/mail. */
export async function sendLater({ db, now }: Pick<Reading, "db" | "now">, { to, subject, text, html }: Mail) {
  const oneLine = subject
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 200);
  await db.insert(mails).values({ to, subject: oneLine, text, html, madeAt: now() });
  await wakeMails({ db });
}

/** No page becomes untrue by a letter, but the job wakes when the transaction commits and sends it at once. */
export async function wakeMails({ db }: Pick<Reading, "db">): Promise<void> {
  await db.execute(sql`select pg_notify(${channel}, ${newsOf("mail")})`);
}

/**
 * Sends the next mail that waits, if there is one. Several processes may ask at once: each gets another mail.
 * What is two days old is left: its links have run out.
 * @param compose for mails that tell of something: they say only what may be said when they go, at every try anew
 * @returns false when nothing waits
 */
export async function sendNext(ctx: Pick<Reading, "db" | "now">, compose: Compose): Promise<boolean> {
  const mail = await takeNext(ctx);
  if (!mail) return false;
  const composed = mail.about ? await compose(mail.about) : null;
  if (mail.about && !composed) {
    await ctx.db.delete(mails).where(eq(mails.id, mail.id));
    return true;
  }
  try {
    const { after: _, ...words } = composed ?? { ...mail, headers: {}, after: null };
    await send({ ...words, id: mail.id });
    // Its words go with it: a link that lets somebody in is kept as a hash, and nowhere in clear.
    const sent = { sentAt: ctx.now(), failure: null, tryAt: null, text: "", html: "" };
    await ctx.db.update(mails).set(sent).where(eq(mails.id, mail.id));
    await composed?.after();
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    const isOver = await putBack(ctx, mail, error);
    if (isOver) await composed?.after();
  }
  return true;
}

async function takeNext({ db, now }: Pick<Reading, "db" | "now">) {
  const at = now();
  const next = db
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        isNull(mails.sentAt),
        isNull(mails.failedAt),
        gt(mails.madeAt, new Date(at.getTime() - 2 * day)),
        or(isNull(mails.tryAt), lte(mails.tryAt, at)),
      ),
    )
    .orderBy(asc(mails.madeAt), asc(mails.id))
    .limit(1)
    .for("update", { skipLocked: true });
  const [mail] = await db
    .update(mails)
    .set({ tries: sql`${mails.tries} + 1`, tryAt: new Date(at.getTime() + lease) })
    .where(eq(mails.id, sql`(${next})`))
    .returning();
  return mail;
}

async function putBack(
  { db, now }: Pick<Reading, "db" | "now">,
  { id, tries }: { id: string; tries: number },
  said: NotSent,
): Promise<boolean> {
  const pause = pauses[tries - 1];
  const over = said.forGood || pause === undefined;
  const then = over ? { failedAt: now(), tryAt: null } : { tryAt: new Date(now().getTime() + pause * minute) };
  await db
    .update(mails)
    .set({ failure: said.message, ...then })
    .where(eq(mails.id, id));
  return over;
}

/** Forgets mails after 30 days; a job calls it. */
export async function forgetOldMails({ db, now }: Pick<Reading, "db" | "now">): Promise<void> {
  await db.delete(mails).where(lt(mails.madeAt, new Date(now().getTime() - 30 * day)));
}
