import { and, eq, isNull, sql } from "drizzle-orm";
import { comments, guests } from "#/db/schema/comments";
import type { Acting } from "../../context";

const guestOf = (commentId: string) =>
  eq(guests.id, sql`(select ${comments.guestId} from ${comments} where ${comments.id} = ${commentId})`);

/** A moderator let something of theirs in: from now on they are not held. Says whether it was a guest's. */
export async function trustGuestOf({ db, now }: Acting, commentId: string): Promise<boolean> {
  await db
    .update(guests)
    .set({ trustedAt: now() })
    .where(and(guestOf(commentId), isNull(guests.trustedAt)));
  const found = await db.select({ id: guests.id }).from(guests).where(guestOf(commentId));
  return found.length > 0;
}

/** A moderator hid something of theirs: what they say next is held again. */
export const distrustGuestOf = ({ db }: Acting, commentId: string) =>
  db.update(guests).set({ trustedAt: null }).where(guestOf(commentId));
