import { and, desc, eq, lt, or } from "drizzle-orm";
import { mails } from "#/db/schema/site";
import type { Reading } from "../context";
import { decodeCursor, paged } from "../cursor";

type Page = { cursor?: string | undefined; limit: number };

/** The mails of the last 30 days, newest first, for the owner of a site that has no mail server (or a broken one). */
export async function keptMails({ db }: Reading, { cursor, limit }: Page) {
  const from = cursor ? decodeCursor(cursor) : null;
  const older = from && or(lt(mails.madeAt, from.at), and(eq(mails.madeAt, from.at), lt(mails.id, from.id)));
  const rows = await db
    .select({
      id: mails.id,
      to: mails.to,
      subject: mails.subject,
      text: mails.text,
      madeAt: mails.madeAt,
      sentAt: mails.sentAt,
      failedAt: mails.failedAt,
      failure: mails.failure,
      tries: mails.tries,
    })
    .from(mails)
    .where(older ?? undefined)
    .orderBy(desc(mails.madeAt), desc(mails.id))
    .limit(limit + 1);
  return paged(rows, limit, ({ madeAt, id }) => ({ at: madeAt, id }));
}
