import { and, eq, isNotNull, lt } from "drizzle-orm";
import type { z } from "zod";
import { drafts } from "#/db/schema/drafts";
import type { Acting, Reading } from "../../context";
import type { ended } from "../input";

/** How long it is known that a form was sent: longer than any of its keepings may be on the way. */
const remembered = 24 * 60 * 60 * 1000;

/**
 * Lets go of what stood in a form, because it was sent or thrown away. What was
 * thrown away there before does not come back either. Where nothing stood, nothing happens.
 */
export async function endDraft({ db, viewer, now }: Acting, { place, form }: z.infer<typeof ended>): Promise<void> {
  const row = { words: { source: "" }, other: null, otherAt: null, endedAt: now(), ...(form && { form }) };
  await db
    .update(drafts)
    .set(row)
    .where(and(eq(drafts.memberId, viewer.id), eq(drafts.place, place)));
}

/** Forgets which forms were sent yesterday and before. For the scheduler. */
export async function forgetEndedDrafts({ db, now }: Reading): Promise<void> {
  const before = new Date(now().getTime() - remembered);
  await db.delete(drafts).where(and(isNotNull(drafts.endedAt), lt(drafts.endedAt, before)));
}
