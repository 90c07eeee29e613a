import { type Act, moderationLog } from "#/db/schema/moderation";
import type { Reading } from "../context";

type NewAct = Pick<Act, "act"> & Partial<Pick<Act, "postId" | "commentId" | "memberId" | "rule" | "reason">>;

/**
 * Writes one act into the log, in the transaction of the act itself. There is no way to change or remove one: the
 * table refuses it as well.
 */
export async function logAct({ db, viewer, now }: Reading, act: NewAct): Promise<void> {
  await db.insert(moderationLog).values({ ...act, byId: viewer?.id ?? null, at: now() });
}
