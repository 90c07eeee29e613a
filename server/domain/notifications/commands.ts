import { and, eq, isNull, lte } from "drizzle-orm";
import { notifications } from "#/db/schema/notifications";
import type { Acting } from "../context";

/** Marks everything read that was told up to an instant (else: up to now), as one saw it on the screen. */
export async function markAllRead({ db, viewer, now }: Acting, { upTo }: { upTo?: Date | undefined }): Promise<void> {
  const until = upTo ? new Date(upTo.getTime()) : now();
  await db
    .update(notifications)
    .set({ readAt: now() })
    .where(and(mineUnread(viewer.id), lte(notifications.madeAt, until)));
}

/** Marks one as read. Somebody else's, or one that is gone, is left alone without a word. */
export async function markRead({ db, viewer, now }: Acting, { id }: { id: string }): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: now() })
    .where(and(mineUnread(viewer.id), eq(notifications.id, id)));
}

const mineUnread = (memberId: string) => and(eq(notifications.memberId, memberId), isNull(notifications.readAt));
