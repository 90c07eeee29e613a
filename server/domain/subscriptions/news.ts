import { and, eq, gt, inArray, isNotNull, isNull, lt, lte, not, or, sql } from "drizzle-orm";
import { newId } from "#/db/ids";
import { members } from "#/db/schema/members";
import { mails } from "#/db/schema/site";
import { threadLetters, threadNews, wishes } from "#/db/schema/subscriptions";
import { isMailSent } from "../../platform/mail";
import { atomically, type Reading } from "../context";
import { wakeMails } from "../mails/commands";
import { settingsOf } from "../settings/queries";
import { hears, standingsAt } from "./levels";

type Told = { memberId: string; commentId: string; postId: string; isToThem: boolean };

const minute = 60_000;
const day = 24 * 60 * minute;

/** What a mail is called where it is kept: its title is set only when it goes. */
const subject = "What was said in a conversation";

/** Members a letter may reach: they proved their address, are not suspended, and want letters. */
const reachable = and(
  isNotNull(members.mail),
  isNotNull(members.mailVerifiedAt),
  isNull(members.suspendedAt),
  or(isNull(wishes.byMail), eq(wishes.byMail, true)),
);

/** Notes of one comment whom a letter will tell, of those who were told of it here. */
export async function noteNews(ctx: Reading, told: readonly Told[]): Promise<void> {
  const commentId = told[0]?.commentId;
  if (!commentId || !isMailSent()) return;
  const ids = told.map(({ memberId }) => memberId);
  const standings = await standingsAt(ctx, commentId, ids);
  const people = await ctx.db
    .select({ id: members.id })
    .from(members)
    .leftJoin(wishes, eq(wishes.memberId, members.id))
    .where(and(inArray(members.id, ids), reachable));
  const reached = new Set(people.map(({ id }) => id));
  const news = told.filter((it) => reached.has(it.memberId) && hears(standings.get(it.memberId), it.isToThem));
  if (news.length === 0) return;
  const rows = news.map(({ memberId, postId }) => ({ memberId, postId, commentId, madeAt: ctx.now() }));
  await ctx.db.insert(threadNews).values(rows).onConflictDoNothing();
  await wakeMails(ctx);
}

/**
 * Puts the next letter about a thread on its way: one to a member and thread, and then none for some minutes, so that a
 * conversation of fifty comments an hour is four letters and not fifty. Its words are set when it goes.
 * @returns false when none is due
 */
export async function makeNextLetter(ctx: Reading): Promise<boolean> {
  const minutes = (await settingsOf(ctx))["mails.thread-minutes"];
  return atomically(ctx, async ({ db, now }) => {
    const [due] = await db
      .select({ memberId: threadNews.memberId, postId: threadNews.postId, mail: members.mail })
      .from(threadNews)
      .innerJoin(members, eq(members.id, threadNews.memberId))
      .leftJoin(
        threadLetters,
        and(eq(threadLetters.memberId, threadNews.memberId), eq(threadLetters.postId, threadNews.postId)),
      )
      .where(
        and(
          gt(threadNews.madeAt, new Date(now().getTime() - 2 * day)),
          or(
            isNull(threadLetters.madeAt),
            and(lte(threadLetters.madeAt, new Date(now().getTime() - minutes * minute)), not(stillWaits)),
          ),
        ),
      )
      .orderBy(threadNews.madeAt)
      .limit(1)
      .for("update", { of: threadNews, skipLocked: true });
    if (!due) return false;
    const { memberId, postId, mail } = due;
    const mailId = newId();
    const about = { memberId, postId };
    await db.insert(mails).values({ id: mailId, to: mail ?? "", subject, text: "", html: "", about, madeAt: now() });
    const row = { madeAt: now(), mailId };
    // Of two processes at the same thread, one finds the other's row here and makes a letter that will have no words.
    await db
      .insert(threadLetters)
      .values({ memberId, postId, ...row })
      .onConflictDoUpdate({ target: [threadLetters.memberId, threadLetters.postId], set: row });
    await wakeMails({ db });
    return true;
  });
}

/** The letter before has not been sent yet: what is new goes with it. */
const stillWaits = sql`exists (select 1 from ${mails} where ${mails.id} = ${threadLetters.mailId}
  and ${mails.sentAt} is null and ${mails.failedAt} is null)`;

/** Forgets what no letter could tell within two days, and when threads were written about long ago; a job calls it. */
export async function forgetOldNews({ db, now }: Pick<Reading, "db" | "now">): Promise<void> {
  const before = new Date(now().getTime() - 2 * day);
  await db.delete(threadNews).where(lt(threadNews.madeAt, before));
  await db.delete(threadLetters).where(lt(threadLetters.madeAt, before));
}
